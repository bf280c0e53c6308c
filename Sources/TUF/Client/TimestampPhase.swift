import Vocabulary

/// Second: the timestamp, and what it leads to (TUF 1.0, section 5.4). Only `RootPhase` makes one.
struct TimestampPhase<Policy: TrustPolicy>: ~Copyable {
  let root: VerifiedDocument<Policy.Root>
  let policy: Policy
  private let floor: Int64
  /// What versions may not fall below.
  let trusted: TrustedTimestamp<Policy.Timestamp>?
  private let trustedSnapshot: VerifiedDocument<Policy.Snapshot>?

  /// `trusted` and `trustedSnapshot`: what versions may not fall below.
  init(
    root: VerifiedDocument<Policy.Root>, policy: Policy, floor: Int64,
    trusted: TrustedTimestamp<Policy.Timestamp>?,
    trustedSnapshot: VerifiedDocument<Policy.Snapshot>?
  ) {
    self.root = root
    self.policy = policy
    self.floor = floor
    self.trusted = trusted
    self.trustedSnapshot = trustedSnapshot
  }

  enum Outcome: ~Copyable {
    /// It is older than the trusted one.
    case older
    /// It has the version of the trusted one, which stays.
    case same(SnapshotPhase<Policy>)
    case newer(SnapshotPhase<Policy>)
  }

  /// Takes a timestamp file.
  consuming func accept(_ file: [UInt8]) throws(Refusal) -> Outcome {
    let document = try UnverifiedDocument<Policy.Timestamp>(parsing: file)
      .verified(by: root.content.metadata.keys(of: .timestamp))
    try policy.check(document.content)
    return try accept(document)
  }

  /// Takes a timestamp that is verified under this root. Expiry, of the root too, is measured by
  /// the time that it sets.
  consuming func accept(
    _ document: VerifiedDocument<Policy.Timestamp>
  ) throws(Refusal) -> Outcome {
    let before = trusted?.document.content
    if let before, document.content.version < before.version { return .older }
    let isSame = document.content.version == before?.version
    let newest = isSame && isTrustedStillSigned ? trusted?.document ?? document : document
    try policy.check(
      newest.content.metadata.snapshot, after: before?.metadata.snapshot,
      from: newest.content.version, to: Role.snapshot.fileName)
    let time = policy.time(floor: floor, under: newest.content) ?? floor
    try root.content.header.checkExpiry(of: Role.root.fileName, at: time)
    try newest.content.header.checkExpiry(of: Role.timestamp.fileName, at: time)
    let next = SnapshotPhase(
      root: root, policy: policy, time: time, timestamp: newest,
      trustedSnapshot: trustedSnapshot)
    return isSame ? .same(next) : .newer(next)
  }

  private var isTrustedStillSigned: Bool { trusted?.isStillSigned ?? false }
}
