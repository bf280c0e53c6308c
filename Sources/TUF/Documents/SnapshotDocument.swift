import StrictJSON
import Vocabulary

/// Which version of targets belongs to a timestamp (TUF 1.0, section 4.4).
struct SnapshotDocument: MetadataDocument, Equatable {
  static let role = Role.snapshot

  let header: MetadataHeader
  let targets: FileReference
  /// The channel that it speaks of.
  let channel: ID

  var version: Int64 { header.version }

  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal) {
    self.header = header
    targets = try FileReference(readingMetaOf: signed, role: .targets)
    channel = try signed.boundChannel(of: .snapshot)
  }
}

extension JSONValue {
  /// The channel in the `x-airlock` of snapshot and targets.
  func boundChannel(of role: Role) throws(Refusal) -> ID {
    try asRefusal(.binding, "\(role.fileName), x-airlock") { () throws(JSONFault) in
      try require("x-airlock").require("channel").id()
    }
  }
}
