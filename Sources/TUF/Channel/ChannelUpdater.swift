import Vocabulary

/// TUF's client workflow for one channel (TUF 1.0, section 5; formats.md, section 3).
///
/// The order is that of the types: `RootPhase` → `TimestampPhase` → `SnapshotPhase` →
/// `TargetsPhase` → `VerifiedMetadata`. Each is used up in making the next, and only it can make
/// it, so a step left out or repeated doesn't compile. Nothing is stored on the way: a channel's
/// trust goes forward in one step, with what is imported under it.
public enum ChannelUpdater {
  /// Verifies what `source` holds for the channel of `binding` against `state`.
  ///
  /// Throws a `Refusal`, after which nothing may be imported or stored, or what `source` throws.
  public static func update(
    _ state: TrustState, from source: some MetadataSource, binding: ChannelBinding
  ) throws -> ChannelUpdate {
    let phase = try timestampPhase(state, source, ChannelPolicy(binding: binding))
    switch try phase.accept(try source.timestamps()) {
    case .older:
      return .older
    case .same(let phase):
      let verified = try verified(phase, state, source)
      return .same(verified.state, targets: verified.targets.content.targets)
    case .newer(let phase):
      let verified = try verified(phase, state, source)
      let timestamp = verified.timestamp.content
      return .newer(
        verified.state, targets: verified.targets.content.targets, issued: timestamp.issued,
        echo: timestamp.echo)
    }
  }

  private static func timestampPhase(
    _ state: TrustState, _ source: some MetadataSource, _ policy: ChannelPolicy
  ) throws -> TimestampPhase<ChannelPolicy> {
    var phase = try RootPhase(state, policy: policy)
    if let file = try source.root(version: phase.version) { try phase.compare(file) }
    let highest = try source.highestRoot()
    while let file = try source.root(version: phase.version + 1) {
      guard phase.steps < Limits.rootsPerSync else {
        throw Refusal(.tufLimit, "more than \(Limits.rootsPerSync) new versions of root.json")
      }
      do throws(Refusal) {
        try phase.advance(to: file)
      } catch {
        // The last root of all, cut off while it was written, is as good as not there yet, which
        // is all that somebody who cut it could reach by removing it too.
        guard phase.version + 1 == highest, TornFile.looksTorn(file, refused: error.code) else {
          throw error
        }
        return try phase.finish()
      }
    }
    try phase.checkGap(highest: highest)
    return try phase.finish()
  }

  private static func verified(
    _ phase: consuming SnapshotPhase<ChannelPolicy>, _ state: TrustState,
    _ source: some MetadataSource
  ) throws -> VerifiedMetadata<ChannelPolicy> {
    try phase.accept(stored: state.snapshot) { try source.snapshot(version: $0.version) }
      .accept(stored: state.targets) { try source.targets(version: $0.version) }
  }
}

extension TimestampPhase<ChannelPolicy> {
  /// Takes the highest candidate that verifies, once none of them speaks against it.
  consuming func accept(_ candidates: [[UInt8]]) throws(Refusal) -> Outcome {
    let sifted = TimestampCandidates(candidates, root: root.content, policy: policy)
    let newest = try sifted.newest()
    let isOld = trusted.map { newest.content.version < $0.document.content.version } ?? false
    if !isOld { try sifted.checkHistory(including: trusted?.document) }
    return try accept(newest)
  }
}
