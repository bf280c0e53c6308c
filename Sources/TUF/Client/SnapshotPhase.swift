import Vocabulary

/// Third: the snapshot that the timestamp leads to (TUF 1.0, section 5.5). Only `TimestampPhase`
/// makes one.
struct SnapshotPhase<Policy: TrustPolicy>: ~Copyable {
  private let root: VerifiedDocument<Policy.Root>
  private let policy: Policy
  private let time: Int64
  private let timestamp: VerifiedDocument<Policy.Timestamp>
  private let trustedSnapshot: VerifiedDocument<Policy.Snapshot>?

  /// `trustedSnapshot`: what the versions of targets may not fall below.
  init(
    root: VerifiedDocument<Policy.Root>, policy: Policy, time: Int64,
    timestamp: VerifiedDocument<Policy.Timestamp>,
    trustedSnapshot: VerifiedDocument<Policy.Snapshot>?
  ) {
    self.root = root
    self.policy = policy
    self.time = time
    self.timestamp = timestamp
    self.trustedSnapshot = trustedSnapshot
  }

  /// The timestamp's file.
  var timestampFile: [UInt8] { timestamp.bytes }

  /// The document to fetch.
  var wanted: FileReference { timestamp.content.metadata.snapshot }

  /// Takes the snapshot: the very bytes that the timestamp names, signed, of that version, not
  /// leading back, not expired. `stored` is our own copy, if any; only where it isn't the one is
  /// another fetched, nil where there is none.
  consuming func accept(
    stored: [UInt8]?, fetch: (FileReference) throws -> [UInt8]?
  ) throws -> TargetsPhase<Policy> {
    let snapshot: VerifiedDocument<Policy.Snapshot>
    if let stored, let own = try? checked(stored) {
      snapshot = own
    } else {
      snapshot = try checked(fetch(wanted))
    }
    return TargetsPhase(
      root: root, policy: policy, time: time, timestamp: timestamp, snapshot: snapshot)
  }

  private func checked(_ file: [UInt8]?) throws(Refusal) -> VerifiedDocument<Policy.Snapshot> {
    let name = Role.snapshot.fileName
    let snapshot: VerifiedDocument<Policy.Snapshot> = try wanted.verified(
      file, name: name, by: root.content.metadata.keys(of: .snapshot))
    try policy.check(snapshot.content)
    try checkHistory(snapshot.content.metadata)
    try snapshot.content.header.checkExpiry(of: name, at: time)
    return snapshot
  }

  /// No document that the trusted snapshot lists may be missing or older.
  private func checkHistory(_ snapshot: SnapshotMetadata) throws(Refusal) {
    let trusted = trustedSnapshot?.content.metadata
    try policy.check(
      snapshot.targets, after: trusted?.targets, from: snapshot.version,
      to: Role.targets.fileName)
    for (name, reference) in trusted?.meta ?? [:] {
      let text = String(decoding: name, as: UTF8.self)
      guard let newer = snapshot.meta[name] else {
        throw Refusal(.tufRollback, "a newer snapshot.json no longer lists \(text)")
      }
      try reference.checkSuccessor(newer, name: text)
    }
  }
}
