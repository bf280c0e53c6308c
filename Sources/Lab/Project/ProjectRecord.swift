import Cryptography
import Vocabulary

/// A project as lab.sqlite has it.
struct ProjectRecord: Sendable {
  let id: ID
  let codename: String
  let made: Int64
  /// The newest version of its schema.
  let version: Int64
  /// The newest guidelines.
  let guidelines: Digest
}

/// One version of a project's schema.
struct SchemaRecord: Sendable {
  let version: Int64
  /// Of what leaves.
  let hash: Digest
  /// The lab's own file, with `from` and `labOnly`.
  let own: [UInt8]
  /// What rooms get.
  let leaving: [UInt8]
}
