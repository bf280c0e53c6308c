public import Vocabulary

extension JSONValue {
  /// The value of the member of that name. Throws `missing`, or `type` if this is no object.
  public func require(_ name: String) throws(JSONFault) -> JSONValue {
    try expect(.object, "an object")
    guard let value = self[name] else {
      let place = pointer + JSONPointer.shown(Array(name.utf8))
      throw JSONFault(
        .missing, offset: offset, pointer: place, expected: "a member \"\(name)\"")
    }
    return value
  }

  /// Throws `unknown` for the first member that is none of `names`, or `type` if this is no object.
  public func onlyMembers(_ names: [String]) throws(JSONFault) {
    try expect(.object, "an object")
    let end = Int(entry.next)
    var place = index + 1
    while place < end {
      guard names.contains(where: { isName(place, $0) }) else {
        let value = JSONValue(storage: storage, index: place + 1)
        throw JSONFault(
          .unknown, offset: value.offset, pointer: value.pointer,
          expected: "no other members than " + names.joined(separator: ", "))
      }
      place = Int(storage.tape[place + 1].next)
    }
  }

  /// The same for a set of names.
  public func onlyMembers(_ names: Set<String>) throws(JSONFault) {
    try onlyMembers(names.sorted())
  }

  /// Throws `type` unless this is of that kind; `words` says what was expected.
  public func expect(_ kind: JSONKind, _ words: String) throws(JSONFault) {
    guard self.kind == kind else { throw fault(.type, words) }
  }

  /// A fault at this value.
  public func fault(_ code: JSONFault.Code, _ expected: String) -> JSONFault {
    JSONFault(code, offset: offset, pointer: pointer, expected: expected)
  }

  /// The content of a string. Throws `type` for other kinds, and `value` for a lone surrogate,
  /// which no String can hold.
  public func string() throws(JSONFault) -> String {
    try expect(.string, "a string")
    let bytes = contentBytes
    guard !entry.escaped || StringContent.isScalarText(bytes) else {
      throw fault(.value, "a string without lone surrogates")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether this is a string that means exactly `text`.
  public func isString(_ text: String) -> Bool {
    guard kind == .string else { return false }
    return contentBytes.elementsEqual(text.utf8)
  }

  /// The numbers of a string's Unicode scalars; a lone surrogate counts as one of its own number.
  public func scalars() throws(JSONFault) -> [UInt32] {
    StringContent.scalars(try wtf8())
  }

  /// The content of a string in WTF-8: UTF-8, and a lone surrogate as the three bytes that its
  /// number would have.
  public func wtf8() throws(JSONFault) -> [UInt8] {
    try expect(.string, "a string")
    return contentBytes
  }

  /// How many Unicode scalars a string has; a lone surrogate counts one.
  public func scalarCount() throws(JSONFault) -> Int {
    try wtf8().reduce(0) { count, byte in byte & 0xC0 == 0x80 ? count : count + 1 }
  }

  /// An integer in `range`, spelled as one: neither `1.0` nor `1e3` nor `-0`. Throws `type` for
  /// what is no number and `integer` for any other number.
  public func integer(
    _ range: ClosedRange<Int64> = 0...Limits.maxInteger
  ) throws(JSONFault) -> Int64 {
    let words = "an integer from \(range.lowerBound) to \(range.upperBound)"
    try expect(.number, words)
    let spelled = token.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
    // Twenty characters hold every Int64; longer ones would only cost time.
    guard spelled, token.count <= 20, let value = Int64(String(decoding: token, as: UTF8.self)),
      value != 0 || token.count == 1, range.contains(value)
    else { throw fault(.integer, words) }
    return value
  }

  /// A number as a Double. Throws `type` for other kinds and `value` where it is beyond Double's
  /// range.
  public func number() throws(JSONFault) -> Double {
    try expect(.number, "a number")
    guard let value = Double(String(decoding: token, as: UTF8.self)), value.isFinite else {
      throw fault(.value, "a number within the range of a double")
    }
    return value
  }

  /// `true` or `false`. Throws `type` for anything else.
  public func bool() throws(JSONFault) -> Bool {
    try expect(.bool, "true or false")
    return token.count == 4
  }

  /// A SHA-256 value: a string of 64 lowercase hexadecimal digits.
  public func digest() throws(JSONFault) -> Digest { try fixed() }

  /// An identifier: a string of 32 lowercase hexadecimal digits.
  public func id() throws(JSONFault) -> ID { try fixed() }

  /// An epoch: a string of 16 lowercase hexadecimal digits.
  public func epoch() throws(JSONFault) -> EpochID { try fixed() }

  private func fixed<Value: FixedBytes>() throws(JSONFault) -> Value {
    let words = "\(Value.length * 2) lowercase hexadecimal digits"
    try expect(.string, words)
    let digits = contentBytes
    guard digits.count == Value.length * 2 else { throw fault(.value, words) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Value.length)
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.lowercaseHex(digits[place]),
        let low = Self.lowercaseHex(digits[place + 1])
      else { throw fault(.value, words) }
      bytes.append(high << 4 | low)
    }
    return Value(unchecked: bytes)
  }

  private static func lowercaseHex(_ byte: UInt8) -> UInt8? {
    (0x41...0x46).contains(byte) ? nil : StringContent.hexValue(byte)
  }
}
