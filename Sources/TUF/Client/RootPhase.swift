import Vocabulary

/// First: from the trusted root to the newest one (TUF 1.0, section 5.3).
struct RootPhase: ~Copyable {
  private let stored: TrustState
  private let binding: ChannelBinding
  private var root: VerifiedDocument<RootDocument>
  private var steps: Int64 = 0
  /// Whether a root on the way took other keys for timestamp, and for timestamp or snapshot.
  private var rotatedTimestamp = false
  private var rotatedSnapshot = false

  /// Begins at the root of `state`, which must be signed by its own keys.
  init(_ state: TrustState, binding: ChannelBinding) throws(Refusal) {
    let root = try UnverifiedDocument<RootDocument>(parsing: state.root, limit: Limits.root)
      .verifiedBySelf()
    try binding.check(root.content)
    stored = state
    self.binding = binding
    self.root = root
  }

  /// The version of the newest root so far.
  var version: Int64 { root.content.version }

  /// Looks at what the source has under the trusted version. Other content that is signed as a
  /// root must be is equivocation; anything else there is not our concern.
  func compare(_ file: [UInt8]) throws(Refusal) {
    guard file != root.bytes,
      let other = try? UnverifiedDocument<RootDocument>(parsing: file, limit: Limits.root)
        .verified(by: root.content.keys(of: .root)),
      other.content.version == version, other.message != root.message
    else { return }
    throw Refusal(.tufEquivocation, "there are two signed root.json of version \(version)")
  }

  /// Takes the next root: signed by enough keys of the trusted one and of its own, exactly one
  /// version up, of the same project.
  ///
  /// False where the last root of all was cut off while it was written: it is as good as not there
  /// yet, which is all that somebody who cut it could reach by removing it too.
  mutating func advance(to file: [UInt8], isLast: Bool) throws(Refusal) -> Bool {
    guard steps < Limits.rootsPerSync else {
      throw Refusal(.tufLimit, "more than \(Limits.rootsPerSync) new versions of root.json")
    }
    let next: UnverifiedDocument<RootDocument>
    do throws(Refusal) {
      next = try UnverifiedDocument(parsing: file, limit: Limits.root)
    } catch {
      if isLast && TornFile.looksTorn(file, refused: error.code) { return false }
      throw error
    }
    try next.check(by: root.content.keys(of: .root))
    let verified = try next.verifiedBySelf()
    let content = verified.content
    guard content.version == version + 1 else {
      throw Refusal(
        .tufVersion, "\(version + 1).root.json says that it is version \(content.version)")
    }
    try binding.check(content)
    noteRotation(from: root.content, to: content)
    root = verified
    steps += 1
    return true
  }

  /// Throws `tuf-root-gap` where there are roots beyond the last that could be reached.
  func checkGap(highest: Int64?) throws(Refusal) {
    guard let highest, highest > version else { return }
    throw Refusal(
      .tufRootGap, "there is \(highest).root.json, but not \(version + 1).root.json before it")
  }

  /// Ends the walk. After new timestamp keys the floor begins afresh, and after new timestamp or
  /// snapshot keys what was signed with the old ones binds no more: so a project recovers from a
  /// stolen key that ran versions or times far ahead (TUF 1.0, section 5.3.11).
  consuming func finish() throws(Refusal) -> TimestampPhase {
    let forgets = rotatedTimestamp || rotatedSnapshot
    return TimestampPhase(
      root: root, binding: binding, floor: rotatedTimestamp ? 0 : stored.floor,
      previousTimestamp: forgets
        ? nil : try stored.remembered(stored.timestamp, as: TimestampDocument.self),
      previousSnapshot: forgets
        ? nil : try stored.remembered(stored.snapshot, as: SnapshotDocument.self))
  }

  private mutating func noteRotation(from old: RootDocument, to new: RootDocument) {
    if !new.keys(of: .timestamp).hasSameKeys(as: old.keys(of: .timestamp)) {
      rotatedTimestamp = true
    }
    if !new.keys(of: .snapshot).hasSameKeys(as: old.keys(of: .snapshot)) { rotatedSnapshot = true }
  }
}
