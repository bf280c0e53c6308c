import Vocabulary

/// Second: which timestamp is the newest, and what it leads to (TUF 1.0, section 5.4). Only
/// `RootPhase` makes one.
struct TimestampPhase: ~Copyable {
  private let root: VerifiedDocument<RootDocument>
  private let binding: ChannelBinding
  private let floor: Int64
  private let previousTimestamp: VerifiedDocument<TimestampDocument>?
  private let previousSnapshot: VerifiedDocument<SnapshotDocument>?

  /// `previousTimestamp` and `previousSnapshot`: what versions may not fall below.
  init(
    root: VerifiedDocument<RootDocument>, binding: ChannelBinding, floor: Int64,
    previousTimestamp: VerifiedDocument<TimestampDocument>?,
    previousSnapshot: VerifiedDocument<SnapshotDocument>?
  ) {
    self.root = root
    self.binding = binding
    self.floor = floor
    self.previousTimestamp = previousTimestamp
    self.previousSnapshot = previousSnapshot
  }

  enum Outcome: ~Copyable {
    case older
    case same(SnapshotPhase)
    case newer(SnapshotPhase)
  }

  /// Takes the highest candidate that verifies. Expiry, of the root too, is measured by the floor
  /// that this candidate sets: no side trusts a clock.
  consuming func accept(_ candidates: [[UInt8]]) throws(Refusal) -> Outcome {
    let sifted = TimestampCandidates(candidates, root: root.content, binding: binding)
    let newest = try sifted.newest()
    let isOld = previousTimestamp.map { newest.content.version < $0.content.version } ?? false
    guard !isOld else { return .older }
    try sifted.checkHistory(including: previousTimestamp)
    let floor = max(floor, newest.content.issued)
    try root.content.header.checkExpiry(role: .root, floor: floor)
    try newest.content.header.checkExpiry(role: .timestamp, floor: floor)
    try checkSnapshot(newest.content)
    let isSame = newest.content.version == previousTimestamp?.content.version
    let next = SnapshotPhase(
      root: root, binding: binding, floor: floor, timestamp: newest,
      previousSnapshot: previousSnapshot)
    return isSame ? .same(next) : .newer(next)
  }

  /// The snapshot that it leads to must not be older than the trusted one, nor another of the same
  /// version; and all three share one version number.
  private func checkSnapshot(_ timestamp: TimestampDocument) throws(Refusal) {
    let snapshot = timestamp.snapshot
    if let trusted = previousTimestamp?.content.snapshot {
      try trusted.checkSuccessor(snapshot, role: .snapshot)
    }
    guard snapshot.version == timestamp.version else {
      throw Refusal(
        .tufVersion,
        "timestamp.json of version \(timestamp.version) leads to snapshot.json of version "
          + "\(snapshot.version)")
    }
  }
}

extension FileReference {
  /// Throws `tuf-rollback` where `other` is older than this, and `tuf-equivocation` where it is
  /// another document of the same version.
  func checkSuccessor(_ other: FileReference, role: Role) throws(Refusal) {
    guard other.version >= version else {
      throw Refusal(
        .tufRollback,
        "newer metadata leads back from version \(version) to \(other.version) of \(role.fileName)")
    }
    guard other.version > version || other == self else {
      throw Refusal(
        .tufEquivocation, "there are two signed \(role.fileName) of version \(version)")
    }
  }
}
