/// One value of a document: a place in its bytes.
public struct JSONValue: Sendable {
  let storage: JSONStorage
  let index: Int

  var entry: TapeEntry { storage.tape[index] }

  /// What kind of value it is.
  public var kind: JSONKind { entry.kind }

  /// The exact bytes, from the first of the token to its last; of a string the quotes too.
  public var token: ArraySlice<UInt8> { storage.bytes[offset..<end] }

  /// Where the token starts, in bytes from the document's start.
  public var offset: Int { Int(entry.start) }

  /// Where the byte after the token lies.
  public var end: Int { Int(entry.end) }

  /// Whether the value is `null`.
  public var isNull: Bool { kind == .null }

  /// JSON Pointer (RFC 6901) from the root to this value, for messages: characters that could play
  /// tricks on a terminal are written as `\u{…}`.
  public var pointer: String {
    var text = ""
    var place = 0
    while place < index {
      guard let step = child(of: place, containing: index) else { break }
      let value = JSONValue(storage: storage, index: step.index)
      text += value.nameBytes.map(JSONPointer.shown) ?? "/\(step.position)"
      place = step.index
    }
    return text
  }

  /// The name of the member whose value this is, in WTF-8 (UTF-8, and a lone surrogate as the three
  /// bytes of its number); nil for an element and for the root.
  public var nameBytes: [UInt8]? {
    guard entry.isMember, index > 0 else { return nil }
    return JSONValue(storage: storage, index: index - 1).contentBytes
  }

  /// The exact token of the name of the member whose value this is, quotes included; nil for an
  /// element and for the root.
  public var nameToken: ArraySlice<UInt8>? {
    guard entry.isMember, index > 0 else { return nil }
    return JSONValue(storage: storage, index: index - 1).token
  }

  /// The token without the white space that stands between its tokens; strings stay as they are.
  public var compacted: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(token.count)
    var (inString, escaped) = (false, false)
    for byte in token {
      switch byte {
      case _ where escaped: escaped = false
      case 0x5C: escaped = true
      case 0x22: inString.toggle()
      case 0x20, 0x09, 0x0A, 0x0D:
        if !inString { continue }
      default: break
      }
      result.append(byte)
    }
    return result
  }

  /// How many containers lie in each other here: 0 for a value that is none, 1 for `[]` or `[1]`.
  public var depth: Int {
    var ends: [UInt32] = []
    var deepest = 0
    for place in index..<Int(entry.next) {
      let inner = storage.tape[place]
      while let end = ends.last, end <= UInt32(truncatingIfNeeded: place) { ends.removeLast() }
      guard inner.kind == .object || inner.kind == .array else { continue }
      ends.append(inner.next)
      deepest = max(deepest, ends.count)
    }
    return deepest
  }

  /// What a string token means, in WTF-8. Of other tokens the bytes without first and last.
  var contentBytes: [UInt8] {
    let inner = token.dropFirst().dropLast()
    return entry.escaped ? StringContent.wtf8(inner) : Array(inner)
  }

  /// The element or member value directly in `container` that is, or holds, the entry `target`.
  private func child(
    of container: Int, containing target: Int
  ) -> (index: Int, position: Int)? {
    let step = storage.tape[container].kind == .object ? 1 : 0
    var (child, position) = (container + 1 + step, 0)
    while child < Int(storage.tape[container].next) {
      let next = Int(storage.tape[child].next)
      if target < next { return (child, position) }
      (child, position) = (next + step, position + 1)
    }
    return nil
  }
}
