import Vocabulary

/// What a channel asks for beyond TUF (formats.md, section 3): documents that name project and
/// channel, one version for timestamp, snapshot and targets, no second content under a version, and
/// time by what the lab signed instead of by a clock.
struct ChannelPolicy: TrustPolicy {
  typealias Root = RootDocument
  typealias Timestamp = TimestampDocument
  typealias Snapshot = SnapshotDocument
  typealias Targets = TargetsDocument

  let binding: ChannelBinding

  func time(floor: Int64, under timestamp: TimestampDocument?) -> Int64? {
    timestamp.map { max(floor, $0.issued) }
  }

  func check(_ root: RootDocument) throws(Refusal) {
    guard root.project == binding.project else {
      throw Refusal(.bindingProject, "root.json is signed for another project")
    }
  }

  func check(_ timestamp: TimestampDocument) throws(Refusal) {
    try check(timestamp.channel, of: .timestamp)
  }

  func check(_ snapshot: SnapshotDocument) throws(Refusal) {
    try check(snapshot.channel, of: .snapshot)
  }

  func check(_ targets: TargetsDocument) throws(Refusal) {
    try check(targets.channel, of: .targets)
  }

  func check(
    _ reference: FileReference, after trusted: FileReference?, from version: Int64, to name: String
  ) throws(Refusal) {
    if let trusted {
      try trusted.checkSuccessor(reference, name: name)
      guard reference.version > trusted.version || reference == trusted else {
        throw Refusal(
          .tufEquivocation, "there are two signed \(name) of version \(reference.version)")
      }
    }
    guard reference.version == version else {
      throw Refusal(
        .tufVersion,
        "metadata of version \(version) leads to \(name) of version \(reference.version)")
    }
  }

  private func check(_ named: ID, of role: Role) throws(Refusal) {
    guard named == binding.channel else {
      throw Refusal(.bindingChannel, "\(role.fileName) is signed for another channel")
    }
  }
}
