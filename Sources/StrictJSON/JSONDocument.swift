public import Vocabulary

/// One JSON value that has been checked from its first byte to its last, with its exact bytes.
///
/// Nothing is converted: values are places in the bytes, and cost something only when asked for.
public struct JSONDocument: Sendable {
  let storage: JSONStorage

  /// Checks `bytes`: one value and white space, strict UTF-8, no byte order mark, no member name
  /// twice (compared after unescaping), at most `maxDepth` containers in each other (the outermost
  /// is 1). Formats.md, section 1.
  public init(_ bytes: [UInt8], maxDepth: Int = Limits.jsonDepth) throws(JSONFault) {
    var scanner = JSONScanner(maxDepth: maxDepth, expecting: bytes.count)
    do {
      try scanner.scan(bytes.span)
    } catch {
      throw JSONFault(
        error.code, offset: error.offset, pointer: scanner.pointer(in: bytes),
        expected: error.expected.description)
    }
    storage = JSONStorage(bytes: bytes, tape: scanner.tape)
  }

  /// The same for a part of a larger buffer, which is copied. Offsets count from its start.
  public init(
    _ slice: ArraySlice<UInt8>, maxDepth: Int = Limits.jsonDepth
  ) throws(JSONFault) {
    try self.init(Array(slice), maxDepth: maxDepth)
  }

  /// The outermost value.
  public var root: JSONValue { JSONValue(storage: storage, index: 0) }

  /// The document as it came.
  public var bytes: [UInt8] { storage.bytes }
}

extension JSONScanner {
  /// The place where the scanner stands, as a JSON Pointer.
  func pointer(in bytes: [UInt8]) -> String {
    var text = ""
    for (depth, frame) in frames.enumerated() where frame.count > 0 {
      if frame.isObject {
        let end = depth + 1 < frames.count ? frames[depth + 1].names : names.count
        // Before a member's name is read its pointer ends at the object.
        guard end - frame.names == frame.count else { continue }
        let name = names.names[end - 1]
        text += JSONPointer.shown(StringContent.wtf8(bytes[name.start..<name.end]))
      } else {
        text += "/\(frame.count - 1)"
      }
    }
    return text
  }
}
