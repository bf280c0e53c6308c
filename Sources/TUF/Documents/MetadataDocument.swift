import StrictJSON
import Vocabulary

/// The content of one role's document.
protocol MetadataDocument: Equatable, Sendable {
  /// The role that signs it, its `_type`.
  static var role: Role { get }
  /// What the documents of all roles say.
  var header: MetadataHeader { get }
  /// Reads the members of `signed` that the role has, beyond those that all roles have.
  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal)
}

extension MetadataDocument {
  /// Its version, from 1.
  var version: Int64 { header.version }
}

/// A root document, with or without more that a policy asks for.
protocol RootContent: MetadataDocument {
  var metadata: RootMetadata { get }
}

/// A timestamp document, with or without more that a policy asks for.
protocol TimestampContent: MetadataDocument {
  var metadata: TimestampMetadata { get }
}

/// A snapshot document, with or without more that a policy asks for.
protocol SnapshotContent: MetadataDocument {
  var metadata: SnapshotMetadata { get }
}

/// A targets document, with or without more that a policy asks for.
protocol TargetsContent: MetadataDocument {
  var metadata: TargetsMetadata { get }
}
