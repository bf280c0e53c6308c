import StrictJSON
import Vocabulary

/// Which version of targets belongs to a timestamp (TUF 1.0, section 4.5), and no other document:
/// a channel has no delegations.
struct SnapshotDocument: SnapshotContent {
  static let role = Role.snapshot

  let metadata: SnapshotMetadata
  /// The channel that it speaks of.
  let channel: ID

  var header: MetadataHeader { metadata.header }

  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal) {
    metadata = try SnapshotMetadata(reading: signed, header: header)
    try asRefusal { () throws(JSONFault) in
      try signed.require("meta").onlyMembers([Role.targets.fileName])
    }
    try metadata.targets.requireWhole(Role.targets.fileName)
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
