import Vocabulary

/// Third: the snapshot that the timestamp leads to (TUF 1.0, section 5.5). Only `TimestampPhase`
/// makes one.
struct SnapshotPhase: ~Copyable {
  private let root: VerifiedDocument<RootDocument>
  private let binding: ChannelBinding
  private let floor: Int64
  private let timestamp: VerifiedDocument<TimestampDocument>
  private let previousSnapshot: VerifiedDocument<SnapshotDocument>?

  /// `previousSnapshot`: what the version of targets may not fall below.
  init(
    root: VerifiedDocument<RootDocument>, binding: ChannelBinding, floor: Int64,
    timestamp: VerifiedDocument<TimestampDocument>,
    previousSnapshot: VerifiedDocument<SnapshotDocument>?
  ) {
    self.root = root
    self.binding = binding
    self.floor = floor
    self.timestamp = timestamp
    self.previousSnapshot = previousSnapshot
  }

  /// The document to fetch.
  var wanted: FileReference { timestamp.content.snapshot }

  /// Takes the snapshot: the very bytes that the timestamp names, signed, of that version, bound
  /// to the channel, not leading back, not expired. Nil: it isn't there.
  consuming func accept(_ file: [UInt8]?) throws(Refusal) -> TargetsPhase {
    let snapshot: VerifiedDocument<SnapshotDocument> = try wanted.verified(
      file, root: root.content)
    try binding.check(snapshot.content.channel, role: .snapshot)
    if let trusted = previousSnapshot?.content.targets {
      try trusted.checkSuccessor(snapshot.content.targets, role: .targets)
    }
    guard snapshot.content.targets.version == snapshot.content.version else {
      throw Refusal(
        .tufVersion,
        "snapshot.json of version \(snapshot.content.version) leads to targets.json of version "
          + "\(snapshot.content.targets.version)")
    }
    try snapshot.content.header.checkExpiry(role: .snapshot, floor: floor)
    return TargetsPhase(
      root: root, binding: binding, floor: floor, timestamp: timestamp, snapshot: snapshot)
  }
}

extension FileReference {
  /// The document that this refers to: present, with these bytes, signed, of this version.
  func verified<Content: MetadataDocument>(
    _ file: [UInt8]?, root: RootDocument
  ) throws(Refusal) -> VerifiedDocument<Content> {
    let role = Content.role
    guard let file else {
      throw Refusal(.tufMissing, "\(role.fileName(version: version)) isn't there")
    }
    try check(file, role: role)
    let document = try UnverifiedDocument<Content>(parsing: file)
      .verified(by: root.keys(of: role))
    guard document.content.version == version else {
      throw Refusal(
        .tufVersion,
        "\(role.fileName(version: version)) says that it is version \(document.content.version)")
    }
    return document
  }
}
