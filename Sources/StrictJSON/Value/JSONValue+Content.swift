extension JSONValue {
  /// The elements of an array in their order; empty for any other value.
  public var elements: JSONElements { JSONElements(self) }

  /// The members of an object in their order, names unescaped; empty for any other value.
  ///
  /// A lone surrogate, which no String can hold, appears in a name as six characters, `\ud83d`;
  /// where names are not compared with known ones, use `nameBytes` of the value.
  public var members: JSONMembers { JSONMembers(self) }

  /// How many elements or members there are; 0 for other values. Walks over them.
  public var count: Int {
    switch kind {
    case .array: elements.reduce(0) { count, _ in count + 1 }
    case .object: members.count
    default: 0
    }
  }

  /// The value of the member of that name; nil if there is none or this is no object.
  public subscript(_ name: String) -> JSONValue? {
    guard kind == .object else { return nil }
    let end = Int(entry.next)
    var place = index + 1
    while place < end {
      if isName(place, name) { return JSONValue(storage: storage, index: place + 1) }
      place = Int(storage.tape[place + 1].next)
    }
    return nil
  }

  /// The value at `pointer` below this one; nil where the way leads nowhere.
  public func at(_ pointer: JSONPointer) -> JSONValue? {
    var value = self
    for step in pointer.steps {
      switch value.kind {
      case .object:
        guard let next = value.member(step.name) else { return nil }
        value = next
      case .array:
        guard let index = step.index, let next = value.element(index) else { return nil }
        value = next
      default: return nil
      }
    }
    return value
  }

  /// The element at a position, counted from 0; nil beyond the end or if this is no array.
  public func element(_ position: Int) -> JSONValue? {
    guard kind == .array, position >= 0 else { return nil }
    var place = index + 1
    let end = Int(entry.next)
    for _ in 0..<position {
      guard place < end else { return nil }
      place = Int(storage.tape[place].next)
    }
    return place < end ? JSONValue(storage: storage, index: place) : nil
  }

  func member(_ name: [UInt8]) -> JSONValue? {
    guard kind == .object else { return nil }
    let end = Int(entry.next)
    var place = index + 1
    while place < end {
      if isName(place, name) { return JSONValue(storage: storage, index: place + 1) }
      place = Int(storage.tape[place + 1].next)
    }
    return nil
  }

  /// Whether the member name at `place` on the tape means these bytes.
  private func isName(_ place: Int, _ name: [UInt8]) -> Bool {
    let entry = storage.tape[place]
    let (start, end) = (Int(entry.start) + 1, Int(entry.end) - 1)
    // An escape is never shorter than what it means.
    guard end - start >= name.count else { return false }
    if entry.escaped { return StringContent.wtf8(storage.bytes[start..<end]) == name }
    guard end - start == name.count else { return false }
    for offset in 0..<name.count where storage.bytes[start + offset] != name[offset] {
      return false
    }
    return true
  }

  /// Whether the member name at `place` on the tape means this text.
  func isName(_ place: Int, _ name: String) -> Bool {
    let entry = storage.tape[place]
    let (start, end) = (Int(entry.start) + 1, Int(entry.end) - 1)
    guard end - start >= name.utf8.count else { return false }
    if entry.escaped {
      return StringContent.wtf8(storage.bytes[start..<end]).elementsEqual(name.utf8)
    }
    guard end - start == name.utf8.count else { return false }
    var offset = start
    for byte in name.utf8 {
      if storage.bytes[offset] != byte { return false }
      offset += 1
    }
    return true
  }
}

/// The elements of an array, one after the other.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
  private let storage: JSONStorage
  private var place: Int
  private let end: Int

  init(_ value: JSONValue) {
    storage = value.storage
    place = value.index + 1
    end = value.kind == .array ? Int(value.entry.next) : place
  }

  public mutating func next() -> JSONValue? {
    guard place < end else { return nil }
    let value = JSONValue(storage: storage, index: place)
    place = Int(storage.tape[place].next)
    return value
  }
}

/// The members of an object, one after the other.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  private let storage: JSONStorage
  private var place: Int
  private let end: Int

  init(_ value: JSONValue) {
    storage = value.storage
    place = value.index + 1
    end = value.kind == .object ? Int(value.entry.next) : place
  }

  /// How many are left.
  var count: Int {
    var (rest, count) = (place, 0)
    while rest < end {
      rest = Int(storage.tape[rest + 1].next)
      count += 1
    }
    return count
  }

  public mutating func next() -> (name: String, value: JSONValue)? {
    guard place < end else { return nil }
    let name = JSONValue(storage: storage, index: place).spelledName
    let value = JSONValue(storage: storage, index: place + 1)
    place = Int(storage.tape[place + 1].next)
    return (name, value)
  }
}

extension JSONValue {
  /// A string's content as a String in which lone surrogates are spelled `\ud83d`.
  var spelledName: String {
    let bytes = contentBytes
    if !entry.escaped || StringContent.isScalarText(bytes) {
      return String(decoding: bytes, as: UTF8.self)
    }
    return StringContent.scalars(bytes).reduce(into: "") { text, number in
      text += Unicode.Scalar(number).map { String($0) } ?? "\\u" + String(number, radix: 16)
    }
  }
}
