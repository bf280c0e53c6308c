import StrictJSON
import Vocabulary

/// What a timestamp says in every TUF repository: which snapshot is the newest (TUF 1.0,
/// section 4.7).
struct TimestampMetadata: TimestampContent {
  static let role = Role.timestamp

  let header: MetadataHeader
  let snapshot: FileReference

  var metadata: TimestampMetadata { self }

  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal) {
    self.header = header
    snapshot = try asRefusal { () throws(JSONFault) in
      let meta = try signed.require("meta")
      try meta.onlyMembers([Role.snapshot.fileName])
      return try FileReference(reading: meta.require(Role.snapshot.fileName))
    }
  }
}
