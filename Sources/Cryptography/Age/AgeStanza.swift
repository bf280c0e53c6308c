/// One part of an age header: the file key, wrapped for one recipient (age v1, "Recipient stanza").
struct AgeStanza: Equatable, Sendable {
  /// The kind of recipient followed by what that kind needs; printable ASCII, none empty.
  var arguments: [String]
  /// The wrapped file key.
  var body: [UInt8]

  /// What kind of recipient this is for.
  var kind: String { arguments.first ?? "" }

  /// Columns of a full line of the body. A shorter one, perhaps empty, ends it.
  static let columns = 64

  /// The stanza as it stands in a header.
  var encoded: [UInt8] {
    var bytes = Array("-> \(arguments.joined(separator: " "))\n".utf8)
    var text = Base64.encoded(body, .unpadded)[...]
    while text.count >= Self.columns {
      bytes += text.prefix(Self.columns) + [0x0a]
      text = text.dropFirst(Self.columns)
    }
    return bytes + text + [0x0a]
  }
}
