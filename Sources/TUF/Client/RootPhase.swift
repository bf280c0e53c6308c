import Vocabulary

/// First: from the trusted root to the newest one (TUF 1.0, section 5.3).
struct RootPhase<Policy: TrustPolicy>: ~Copyable {
  private let stored: TrustState
  private let policy: Policy
  private var root: VerifiedDocument<Policy.Root>
  /// How many newer roots were taken.
  private(set) var steps: Int64 = 0
  /// Whether a root on the way trusts a key of timestamp, and of timestamp or snapshot, no longer.
  private var rotatedTimestamp = false
  private var rotatedSnapshot = false

  /// Begins at the root of `state`, which must be signed by its own keys.
  init(_ state: TrustState, policy: Policy) throws(Refusal) {
    let root = try UnverifiedDocument<Policy.Root>(parsing: state.root, limit: Limits.root)
      .verifiedBySelf()
    try policy.check(root.content)
    stored = state
    self.policy = policy
    self.root = root
  }

  /// The version of the newest root so far.
  var version: Int64 { root.content.version }

  /// The newest root's file so far.
  var file: [UInt8] { root.bytes }

  /// Whether what was trusted of timestamp and snapshot is to be forgotten.
  var forgets: Bool { rotatedTimestamp || rotatedSnapshot }

  /// Looks at what the source has under the trusted version. Other content that is signed as a
  /// root must be is equivocation; anything else there is not our concern.
  func compare(_ file: [UInt8]) throws(Refusal) {
    guard file != root.bytes,
      let other = try? UnverifiedDocument<Policy.Root>(parsing: file, limit: Limits.root)
        .verified(by: root.content.metadata.keys(of: .root)),
      other.content.version == version, other.message != root.message
    else { return }
    throw Refusal(.tufEquivocation, "there are two signed root.json of version \(version)")
  }

  /// Takes the next root: signed by enough keys of the trusted one and of its own, exactly one
  /// version up. What is refused changes nothing.
  mutating func advance(to file: [UInt8]) throws(Refusal) {
    let next = try UnverifiedDocument<Policy.Root>(parsing: file, limit: Limits.root)
    try next.check(by: root.content.metadata.keys(of: .root))
    let verified = try next.verifiedBySelf()
    let content = verified.content
    guard content.version == version + 1 else {
      throw Refusal(
        .tufVersion, "\(version + 1).root.json says that it is version \(content.version)")
    }
    try policy.check(content)
    noteRotation(from: root.content.metadata, to: content.metadata)
    root = verified
    steps += 1
  }

  /// Throws `tuf-root-gap` where there are roots beyond the last that could be reached.
  func checkGap(highest: Int64?) throws(Refusal) {
    guard let highest, highest > version else { return }
    throw Refusal(
      .tufRootGap, "there is \(highest).root.json, but not \(version + 1).root.json before it")
  }

  /// Ends the walk. After timestamp keys that are trusted no longer the floor begins afresh, and
  /// after those or snapshot keys what they signed binds no more: so a project recovers from a
  /// stolen key that ran versions or times far ahead (TUF 1.0, section 5.3.11).
  consuming func finish() throws(Refusal) -> TimestampPhase<Policy> {
    let floor = rotatedTimestamp ? 0 : stored.floor
    if let time = policy.time(floor: floor, under: nil) {
      try root.content.header.checkExpiry(of: Role.root.fileName, at: time)
    }
    return TimestampPhase(
      root: root, policy: policy, floor: floor,
      trusted: try stored.remembered(
        forgets ? nil : stored.timestamp, under: root.content.metadata),
      trustedSnapshot: forgets
        ? nil : try stored.remembered(stored.snapshot, as: Policy.Snapshot.self))
  }

  private mutating func noteRotation(from old: RootMetadata, to new: RootMetadata) {
    if old.keys(of: .timestamp).isRotated(to: new.keys(of: .timestamp)) { rotatedTimestamp = true }
    if old.keys(of: .snapshot).isRotated(to: new.keys(of: .snapshot)) { rotatedSnapshot = true }
  }
}
