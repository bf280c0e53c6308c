import StrictJSON
import Vocabulary

/// The one file to look at to know what is newest (TUF 1.0, section 4.7; formats.md, section 3).
struct TimestampDocument: TimestampContent {
  static let role = Role.timestamp

  let metadata: TimestampMetadata
  /// The channel that it speaks of.
  let channel: ID
  /// When the lab signed it, milliseconds since 1970.
  let issued: Int64
  /// The newest nonce of the room that the lab has verified, if any.
  let echo: ID?

  var header: MetadataHeader { metadata.header }

  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal) {
    metadata = try TimestampMetadata(reading: signed, header: header)
    try metadata.snapshot.requireWhole(Role.snapshot.fileName)
    (channel, issued, echo) = try asRefusal(.binding, "timestamp.json, x-airlock") {
      () throws(JSONFault) in
      let binding = try signed.require("x-airlock")
      let echo = try binding.require("echo")
      return (
        try binding.require("channel").id(), try binding.require("issued").integer(),
        echo.isNull ? nil : try echo.id()
      )
    }
  }
}
