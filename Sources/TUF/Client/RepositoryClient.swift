import Vocabulary

/// A client of any TUF repository (TUF 1.0, section 5), delegations included: the phases of a
/// channel's update under a policy that asks for nothing more, with what is trusted kept after each
/// step as the specification has it.
public struct RepositoryClient<Source: RepositorySource, Store: TrustStore> {
  private let source: Source
  private let store: Store
  private let policy: PlainPolicy
  private var verified: VerifiedMetadata<PlainPolicy>?

  /// A client whose store holds a trusted root. `start` is when the update begins, milliseconds
  /// since 1970: what has expired by then is refused.
  public init(source: Source, store: Store, start: Int64) {
    self.source = source
    self.store = store
    policy = PlainPolicy(start: start)
  }

  /// Brings the metadata of the four roles up to date.
  ///
  /// Throws a `Refusal`, or what source and store throw. What was verified before stays trusted and
  /// kept, so a later try goes on from there.
  public mutating func refresh() throws {
    let state = try trustedState()
    var phase = try RootPhase(state, policy: policy)
    while phase.steps < Limits.rootsPerSync,
      let file = try source.metadata(
        Role.root.rawValue, version: phase.version + 1, limit: Limits.root)
    {
      try phase.advance(to: file)
      if phase.forgets { try forgetReleases() }
      try store.keep(Role.root.rawValue, phase.file)
    }
    let trusted = phase.forgets ? try trustedState() : state
    let timestamps = try phase.finish()
    let file = try source.metadata(
      Role.timestamp.rawValue, version: nil, limit: Limits.metadata)
    guard let file else { throw Refusal(.tufMissing, "there is no timestamp.json") }
    switch try timestamps.accept(file) {
    case .older: throw Refusal(.tufRollback, "timestamp.json is older than the trusted one")
    case .same(let phase): try follow(phase, trusted)
    case .newer(let phase): try follow(phase, trusted)
    }
  }

  /// Finds a target, refreshing first if need be, through delegations in their order (section
  /// 5.6.7).
  ///
  /// Throws `tuf-missing` where nobody who may speak for the path names such a target.
  public mutating func target(_ path: String) throws -> TargetDescription {
    if verified == nil { try refresh() }
    let found = try verified.flatMap { metadata in
      try TargetSearch(path).find(in: metadata.targets.content) { delegation in
        try delegated(delegation, under: metadata)
      }
    }
    guard let found else { throw Refusal(.tufMissing, "there is no such target") }
    return found
  }

  /// Whether targets are fetched under names that bear their hash; false before the first refresh.
  public var isConsistent: Bool { verified?.root.content.isConsistent ?? false }

  private mutating func follow(
    _ phase: consuming SnapshotPhase<PlainPolicy>, _ trusted: TrustState
  ) throws {
    try keep(.timestamp, phase.timestampFile, instead: trusted.timestamp)
    let targets = try phase.accept(stored: trusted.snapshot) { reference in
      try fetch(Role.snapshot.rawValue, reference)
    }
    try keep(.snapshot, targets.snapshotFile, instead: trusted.snapshot)
    let metadata = try targets.accept(stored: trusted.targets) { reference in
      try fetch(Role.targets.rawValue, reference)
    }
    try keep(.targets, metadata.targets.bytes, instead: trusted.targets)
    verified = metadata
  }

  /// A delegated role's document: our own copy, else the repository's.
  private func delegated(
    _ delegation: Delegation, under metadata: VerifiedMetadata<PlainPolicy>
  ) throws -> TargetsMetadata {
    let name = "\(delegation.name).json"
    guard let reference = metadata.snapshot.content.reference(to: delegation.name) else {
      throw Refusal(.tufMissing, "snapshot.json lists no document of a delegated role")
    }
    func checked(_ file: [UInt8]?) throws(Refusal) -> VerifiedDocument<TargetsMetadata> {
      let document: VerifiedDocument<TargetsMetadata> = try reference.verified(
        file, name: name, by: delegation.keys)
      try document.content.header.checkExpiry(of: name, at: metadata.time)
      return document
    }
    if let own = try store.trusted(delegation.name), let document = try? checked(own) {
      return document.content
    }
    let document = try checked(fetch(delegation.name, reference))
    try store.keep(delegation.name, document.bytes)
    return document.content
  }
}

extension RepositoryClient {
  private func fetch(_ role: String, _ reference: FileReference) throws -> [UInt8]? {
    let root = try store.trusted(Role.root.rawValue) ?? []
    let isConsistent = try UnverifiedDocument<RootMetadata>(parsing: root, limit: Limits.root)
      .claim().isConsistent
    return try source.metadata(
      role, version: isConsistent ? reference.version : nil, limit: reference.limit)
  }

  private func keep(_ role: Role, _ file: [UInt8], instead old: [UInt8]?) throws {
    if file != old { try store.keep(role.rawValue, file) }
  }

  /// What the next release is not to be compared with any more.
  private func forgetReleases() throws {
    for role in [Role.timestamp, .snapshot] { try store.forget(role.rawValue) }
  }

  /// What the store holds. A file that can't be read any more is as good as none: it must not keep
  /// a client from ever updating again.
  private func trustedState() throws -> TrustState {
    guard let root = try store.trusted(Role.root.rawValue) else {
      throw Refusal(.tufMissing, "there is no trusted root.json to begin with")
    }
    return TrustState(
      root: root, timestamp: try readable(.timestamp, as: TimestampMetadata.self),
      snapshot: try readable(.snapshot, as: SnapshotMetadata.self),
      targets: try readable(.targets, as: TargetsMetadata.self), floor: policy.start)
  }

  private func readable<Content: MetadataDocument>(
    _ role: Role, as type: Content.Type
  ) throws -> [UInt8]? {
    guard let file = try store.trusted(role.rawValue) else { return nil }
    return (try? UnverifiedDocument<Content>(parsing: file).claim()) == nil ? nil : file
  }
}
