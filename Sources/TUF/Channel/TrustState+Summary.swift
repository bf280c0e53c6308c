import Cryptography
public import Vocabulary

extension TrustState {
  /// The first state: a root file (`lab.trust`) that a person vouches for by its fingerprint.
  /// Throws what `RootDocument(trusting:)` throws.
  public init(trusting rootFile: [UInt8]) throws(Refusal) {
    _ = try RootDocument(trusting: rootFile)
    self.init(root: rootFile, timestamp: nil, snapshot: nil, targets: nil, floor: 0)
  }

  /// What a log leaf and `status` say of a state.
  public struct Summary: Equatable, Sendable {
    /// The trusted root: project, result recipients, keys.
    public let root: RootDocument
    /// Version of the timestamp; 0 before the first update.
    public let timestamp: Int64
    /// Version of the targets; 0 before the first update.
    public let targets: Int64
    /// SHA-256 of the timestamp file; nil before the first update.
    public let metadata: Digest?
    /// When the lab signed the newest timestamp, milliseconds since 1970; nil before the first.
    public let issued: Int64?
  }

  /// Reads the stored files. Throws only where the store gave back something else than it was
  /// given.
  public func summary() throws(Refusal) -> Summary {
    let timestamp = try remembered(self.timestamp, as: TimestampDocument.self)?.content
    return Summary(
      root: try RootDocument(trusting: root), timestamp: timestamp?.version ?? 0,
      targets: try remembered(targets, as: TargetsDocument.self)?.content.version ?? 0,
      metadata: self.timestamp.map(SHA256.hash), issued: timestamp?.issued)
  }

  /// The targets of the trusted state; empty before the first update.
  public func targetFiles() throws(Refusal) -> [TargetFile] {
    try remembered(targets, as: TargetsDocument.self)?.content.targets ?? []
  }
}
