import Vocabulary

/// Fourth: the targets that the snapshot leads to (TUF 1.0, section 5.6). Only `SnapshotPhase`
/// makes one.
struct TargetsPhase: ~Copyable {
  private let root: VerifiedDocument<RootDocument>
  private let binding: ChannelBinding
  private let floor: Int64
  private let timestamp: VerifiedDocument<TimestampDocument>
  private let snapshot: VerifiedDocument<SnapshotDocument>

  init(
    root: VerifiedDocument<RootDocument>, binding: ChannelBinding, floor: Int64,
    timestamp: VerifiedDocument<TimestampDocument>,
    snapshot: VerifiedDocument<SnapshotDocument>
  ) {
    self.root = root
    self.binding = binding
    self.floor = floor
    self.timestamp = timestamp
    self.snapshot = snapshot
  }

  /// The document to fetch.
  var wanted: FileReference { snapshot.content.targets }

  /// Takes the targets: the very bytes that the snapshot names, signed, of that version, bound to
  /// the channel, not expired. Nil: they aren't there.
  consuming func accept(_ file: [UInt8]?) throws(Refusal) -> VerifiedChannel {
    let targets: VerifiedDocument<TargetsDocument> = try wanted.verified(file, root: root.content)
    try binding.check(targets.content.channel, role: .targets)
    try targets.content.header.checkExpiry(role: .targets, floor: floor)
    let state = TrustState(
      root: root.bytes, timestamp: timestamp.bytes, snapshot: snapshot.bytes,
      targets: targets.bytes, floor: floor)
    return VerifiedChannel(
      state: state, targets: targets.content.targets, issued: timestamp.content.issued,
      echo: timestamp.content.echo)
  }
}

/// A channel's metadata, verified from the root to the last target. Only `TargetsPhase` makes one.
struct VerifiedChannel {
  let state: TrustState
  let targets: [TargetFile]
  let issued: Int64
  let echo: ID?

  fileprivate init(state: TrustState, targets: [TargetFile], issued: Int64, echo: ID?) {
    self.state = state
    self.targets = targets
    self.issued = issued
    self.echo = echo
  }
}
