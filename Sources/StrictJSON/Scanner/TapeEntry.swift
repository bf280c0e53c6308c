/// The kinds of JSON value.
public enum JSONKind: UInt8, Sendable {
  case object
  case array
  case string
  case number
  case bool
  case null
}

/// One value, or one member name, in the order of the document.
///
/// A document's tape is flat: a container's entry is followed by those of its content, and `next`
/// leads past them. In an object each member is an entry for the name and one for the value.
struct TapeEntry: Sendable {
  /// The token's first byte and the byte after its last.
  let start: UInt32
  var end: UInt32
  /// Index of the entry after this value and all that is in it.
  var next: UInt32
  let kind: JSONKind
  /// A string with at least one backslash.
  let escaped: Bool
  /// The value of a member: its name is the entry before.
  let isMember: Bool
}

/// The bytes of a document and what the scanner found in them; shared by all its values.
final class JSONStorage: Sendable {
  let bytes: [UInt8]
  let tape: [TapeEntry]

  init(bytes: [UInt8], tape: [TapeEntry]) {
    self.bytes = bytes
    self.tape = tape
  }
}
