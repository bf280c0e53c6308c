import Vocabulary

/// Fourth: the targets that the snapshot leads to (TUF 1.0, section 5.6). Only `SnapshotPhase`
/// makes one.
struct TargetsPhase<Policy: TrustPolicy>: ~Copyable {
  private let root: VerifiedDocument<Policy.Root>
  private let policy: Policy
  private let time: Int64
  private let timestamp: VerifiedDocument<Policy.Timestamp>
  private let snapshot: VerifiedDocument<Policy.Snapshot>

  init(
    root: VerifiedDocument<Policy.Root>, policy: Policy, time: Int64,
    timestamp: VerifiedDocument<Policy.Timestamp>, snapshot: VerifiedDocument<Policy.Snapshot>
  ) {
    self.root = root
    self.policy = policy
    self.time = time
    self.timestamp = timestamp
    self.snapshot = snapshot
  }

  /// The snapshot's file.
  var snapshotFile: [UInt8] { snapshot.bytes }

  /// The document to fetch.
  var wanted: FileReference { snapshot.content.metadata.targets }

  /// Takes the targets: the very bytes that the snapshot names, signed, of that version, not
  /// expired. `stored` and `fetch` as for the snapshot.
  consuming func accept(
    stored: [UInt8]?, fetch: (FileReference) throws -> [UInt8]?
  ) throws -> VerifiedMetadata<Policy> {
    let targets: VerifiedDocument<Policy.Targets>
    if let stored, let own = try? checked(stored) {
      targets = own
    } else {
      targets = try checked(fetch(wanted))
    }
    return VerifiedMetadata(
      root: root, timestamp: timestamp, snapshot: snapshot, targets: targets, time: time)
  }

  private func checked(_ file: [UInt8]?) throws(Refusal) -> VerifiedDocument<Policy.Targets> {
    let name = Role.targets.fileName
    let targets: VerifiedDocument<Policy.Targets> = try wanted.verified(
      file, name: name, by: root.content.metadata.keys(of: .targets))
    try policy.check(targets.content)
    try targets.content.header.checkExpiry(of: name, at: time)
    return targets
  }
}

/// The metadata of a repository, verified from the root to the top-level targets. Only
/// `TargetsPhase` makes one, which is why both stand in one file.
struct VerifiedMetadata<Policy: TrustPolicy>: Sendable {
  let root: VerifiedDocument<Policy.Root>
  let timestamp: VerifiedDocument<Policy.Timestamp>
  let snapshot: VerifiedDocument<Policy.Snapshot>
  let targets: VerifiedDocument<Policy.Targets>
  /// The time by which expiry was measured, milliseconds since 1970.
  let time: Int64

  fileprivate init(
    root: VerifiedDocument<Policy.Root>, timestamp: VerifiedDocument<Policy.Timestamp>,
    snapshot: VerifiedDocument<Policy.Snapshot>, targets: VerifiedDocument<Policy.Targets>,
    time: Int64
  ) {
    self.root = root
    self.timestamp = timestamp
    self.snapshot = snapshot
    self.targets = targets
    self.time = time
  }

  /// What is to be stored.
  var state: TrustState {
    TrustState(
      root: root.bytes, timestamp: timestamp.bytes, snapshot: snapshot.bytes,
      targets: targets.bytes, floor: time)
  }
}
