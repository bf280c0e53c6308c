import StrictJSON
import Vocabulary

/// What a snapshot says in every TUF repository: which versions of targets and of all delegated
/// roles belong together (TUF 1.0, section 4.5).
struct SnapshotMetadata: SnapshotContent {
  static let role = Role.snapshot

  let header: MetadataHeader
  let targets: FileReference
  /// All documents by the UTF-8 bytes of their names: two names that Unicode takes for one text
  /// are two.
  let meta: [[UInt8]: FileReference]

  var metadata: SnapshotMetadata { self }

  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal) {
    self.header = header
    (targets, meta) = try asRefusal { () throws(JSONFault) in
      let list = try signed.require("meta")
      try list.expect(.object, "an object of documents")
      var meta: [[UInt8]: FileReference] = [:]
      for (name, value) in list.members {
        meta[Array(name.utf8)] = try FileReference(reading: value)
      }
      return (try FileReference(reading: list.require(Role.targets.fileName)), meta)
    }
  }

  /// Which document belongs to a delegated role; nil where none is listed.
  func reference(to role: String) -> FileReference? { meta[Array("\(role).json".utf8)] }
}
