import Vocabulary

/// All that a client remembers of a repository's metadata, a room of a channel's, to be stored as
/// it is.
///
/// The files are those that were verified, byte for byte. They are checked again at each update,
/// but that they are here at all must be guarded by the store.
public struct TrustState: Equatable, Sendable {
  /// The newest root file.
  public let root: [UInt8]
  /// The newest timestamp file; nil until the first update.
  public let timestamp: [UInt8]?
  /// The newest snapshot file; nil until the first update.
  public let snapshot: [UInt8]?
  /// The newest targets file; nil until the first update.
  public let targets: [UInt8]?
  /// The latest time that the lab is known to have lived through, in milliseconds since 1970; 0 if
  /// unknown. What expires before it is refused (formats.md, section 3).
  public let floor: Int64

  /// A state as it was stored.
  public init(
    root: [UInt8], timestamp: [UInt8]?, snapshot: [UInt8]?, targets: [UInt8]?, floor: Int64
  ) {
    self.root = root
    self.timestamp = timestamp
    self.snapshot = snapshot
    self.targets = targets
    self.floor = floor
  }

  /// A stored document, which was verified before it was stored.
  func remembered<Content: MetadataDocument>(
    _ file: [UInt8]?, as type: Content.Type
  ) throws(Refusal) -> VerifiedDocument<Content>? {
    guard let file else { return nil }
    return try UnverifiedDocument<Content>(parsing: file).remembered()
  }
}
