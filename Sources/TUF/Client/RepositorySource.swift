/// Where the metadata of any TUF repository is read from.
///
/// Nothing that it gives is believed. What it throws when it can't read is passed on.
public protocol RepositorySource {
  /// The document of a role, under the name that has `version` in it where one is given; nil where
  /// there is none. More than `limit` bytes may be cut off or refused.
  ///
  /// `role` may be the name of a delegated role: a stranger's text, to be made harmless before it
  /// becomes part of an address or a path.
  func metadata(_ role: String, version: Int64?, limit: Int64) throws -> [UInt8]?
}
