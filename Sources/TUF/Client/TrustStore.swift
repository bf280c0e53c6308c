/// What a client of any TUF repository keeps between two updates: the newest trusted document of
/// each role, byte for byte.
///
/// Names of delegated roles are a stranger's text, to be made harmless before they become part of a
/// path.
public protocol TrustStore {
  /// The trusted document of a role; nil where there is none.
  func trusted(_ role: String) throws -> [UInt8]?
  /// Keeps a document that is trusted from now on. It must be on the disk when this returns.
  func keep(_ role: String, _ file: [UInt8]) throws
  /// Forgets the document of a role.
  func forget(_ role: String) throws
}
