public import Cryptography
public import Vocabulary

/// Signs a channel's metadata (formats.md, section 3).
public struct ChannelPublisher: Sendable {
  /// How long what it signs is good for where nobody says otherwise.
  public static let defaultLife: Int64 = 365 * 86_400_000

  private let root: RootDocument
  private let targets: [SigningKey]
  private let snapshot: [SigningKey]
  private let timestamp: [SigningKey]

  /// Signs under `rootFile`, the newest root, with the keys of three roles. Keys beyond those that
  /// the root names are welcome: signing with the old ones too lets rooms cross a rotation.
  ///
  /// Throws what `RootDocument(trusting:)` throws.
  public init(
    rootFile: [UInt8], targets: [SigningKey], snapshot: [SigningKey], timestamp: [SigningKey]
  ) throws(Refusal) {
    root = try RootDocument(trusting: rootFile)
    self.targets = targets
    self.snapshot = snapshot
    self.timestamp = timestamp
  }

  /// One version of a channel: the names and bytes of its four files, in the order in which they
  /// must be written, after the target files and before nothing.
  ///
  /// Each file is led to only by later ones, so a stick pulled out between any two still shows the
  /// version before. `<version>.timestamp.json` comes before `timestamp.json`, the only file that
  /// is ever overwritten, since that one may be torn.
  ///
  /// `issued` and `expires` are milliseconds since 1970; `issued` must not be less than that of the
  /// version before. Throws `tuf-signature` where the keys are not enough for the root,
  /// `tuf-expired` where it would be born expired, `tuf-limit` where it would be too large.
  public func publish(
    version: Int64, channel: ID, issued: Int64, expires: Int64? = nil, echo: ID?,
    targets files: [TargetFile]
  ) throws(Refusal) -> [(name: String, bytes: [UInt8])] {
    let expires = expires ?? issued + Self.defaultLife
    guard (1...Limits.maxInteger).contains(version) else {
      throw Refusal(.tufVersion, "version \(version) can't be published")
    }
    guard expires / 1_000 * 1_000 > issued else {
      throw Refusal(.tufExpired, "metadata can't expire when it is issued")
    }
    let draft = ReleaseDraft(
      version: version, channel: channel, issued: issued, expires: expires, echo: echo)
    let targets = try signed(draft.targets(files), TargetsDocument.self, self.targets)
    let snapshot = try signed(draft.snapshot(of: targets), SnapshotDocument.self, self.snapshot)
    let timestamp = try signed(
      draft.timestamp(of: snapshot), TimestampDocument.self, self.timestamp)
    return [
      (Role.targets.fileName(version: version), targets),
      (Role.snapshot.fileName(version: version), snapshot),
      (Role.timestamp.fileName(version: version), timestamp),
      (Role.timestamp.fileName, timestamp),
    ]
  }

  /// Whether a file is a timestamp that this root's keys signed: one that isn't keeps rooms from
  /// taking what lies beside it.
  public func recognizes(timestamp file: [UInt8]) -> Bool {
    let document = try? UnverifiedDocument<TimestampDocument>(parsing: file)
    return (try? document?.verified(by: root.keys(of: .timestamp))) != nil
  }

  private func signed<Content: MetadataDocument>(
    _ value: CanonicalValue, _ type: Content.Type, _ keys: [SigningKey]
  ) throws(Refusal) -> [UInt8] {
    let document = try MetadataWriter.file(value, type, signedBy: keys)
    return try document.verified(by: root.keys(of: Content.role)).bytes
  }
}
