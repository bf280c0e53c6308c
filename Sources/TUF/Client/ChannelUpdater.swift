import Vocabulary

/// TUF's client workflow for one channel (TUF 1.0, section 5; formats.md, section 3).
///
/// The order is that of the types: `RootPhase` → `TimestampPhase` → `SnapshotPhase` →
/// `TargetsPhase` → `VerifiedChannel`. Each is used up in making the next, and only it can make
/// it, so a step left out or repeated doesn't compile.
public enum ChannelUpdater {
  /// Verifies what `source` holds for the channel of `binding` against `state`.
  ///
  /// Throws a `Refusal`, after which nothing may be imported or stored, or what `source` throws.
  public static func update(
    _ state: TrustState, from source: some MetadataSource, binding: ChannelBinding
  ) throws -> ChannelUpdate {
    let phase = try timestampPhase(state, source, binding)
    switch try phase.accept(try source.timestamps()) {
    case .older:
      return .older
    case .same(let phase):
      let stored = StoredFirst(state: state, source: source)
      let channel = try verified(phase, from: stored)
      return .same(channel.state, targets: channel.targets)
    case .newer(let phase):
      let channel = try verified(phase, from: source)
      return .newer(
        channel.state, targets: channel.targets, issued: channel.issued, echo: channel.echo)
    }
  }

  private static func timestampPhase(
    _ state: TrustState, _ source: some MetadataSource, _ binding: ChannelBinding
  ) throws -> TimestampPhase {
    var phase = try RootPhase(state, binding: binding)
    if let file = try source.root(version: phase.version) { try phase.compare(file) }
    let highest = try source.highestRoot()
    while let file = try source.root(version: phase.version + 1) {
      if try !phase.advance(to: file, isLast: phase.version + 1 == highest) {
        return try phase.finish()
      }
    }
    try phase.checkGap(highest: highest)
    return try phase.finish()
  }

  private static func verified(
    _ phase: consuming SnapshotPhase, from source: some MetadataSource
  ) throws -> VerifiedChannel {
    let snapshot = phase.wanted
    let targetsPhase = try phase.accept(try source.snapshot(version: snapshot.version))
    let targets = targetsPhase.wanted
    return try targetsPhase.accept(try source.targets(version: targets.version))
  }
}

/// A source for metadata that is trusted already: our own copies, and the stick's only where the
/// store has none.
private struct StoredFirst<Source: MetadataSource>: MetadataSource {
  let state: TrustState
  let source: Source

  func root(version: Int64) throws -> [UInt8]? { try source.root(version: version) }
  func highestRoot() throws -> Int64? { try source.highestRoot() }
  func timestamps() throws -> [[UInt8]] { try source.timestamps() }

  func snapshot(version: Int64) throws -> [UInt8]? {
    try state.snapshot ?? source.snapshot(version: version)
  }

  func targets(version: Int64) throws -> [UInt8]? {
    try state.targets ?? source.targets(version: version)
  }
}
