import Cryptography
import Vocabulary

@testable import TUF

/// A lab with one project and one channel, whose keys can be changed and whose documents can be
/// bent before they are signed.
struct TestLab {
  typealias Bend = (CanonicalValue) -> CanonicalValue

  static let day: Int64 = 86_400_000
  static let start: Int64 = 1_767_225_600_000

  let binding = ChannelBinding(
    project: ID(unchecked: SystemRandom.bytes(16)),
    channel: ID(unchecked: SystemRandom.bytes(16)))
  var roots = [SigningKey.generate(), SigningKey.generate()]
  var targets = [SigningKey.generate()]
  var snapshot = [SigningKey.generate()]
  var timestamp = [SigningKey.generate()]
  var draft: RootDraft
  private(set) var rootFiles: [[UInt8]] = []

  init(threshold: Int = 1) throws {
    draft = RootDraft(
      project: binding.project, seal: [AgeIdentity.generate().recipient],
      expires: Self.start + 3_650 * Self.day,
      root: .init(roots.map(\.verifyingKey), threshold: threshold),
      targets: .init(targets.map(\.verifyingKey)), snapshot: .init(snapshot.map(\.verifyingKey)),
      timestamp: .init(timestamp.map(\.verifyingKey)))
    rootFiles = [try RepositoryWriter.makeRoot(draft, signedBy: roots)]
  }

  /// The trust of a room that was just set up with the first root.
  func trust() throws -> TrustState { try TrustState(trusting: rootFiles[0]) }

  /// A stick that holds all roots.
  func stick() -> MemoryMetadata {
    var stick = MemoryMetadata()
    for (index, file) in rootFiles.enumerated() { stick.files["\(index + 1).root.json"] = file }
    return stick
  }

  /// The next root: `change` says how it differs, `signers` are beside the old root keys.
  mutating func rotate(_ change: (inout RootDraft) -> Void, signers: [SigningKey] = []) throws {
    draft.version += 1
    change(&draft)
    rootFiles.append(try RepositoryWriter.makeRoot(draft, signedBy: roots + signers))
  }

  mutating func replaceTimestampKey() throws {
    timestamp = [SigningKey.generate()]
    let keys = timestamp.map(\.verifyingKey)
    try rotate { $0.timestamp = .init(keys) }
  }

  /// One version as the publisher writes it.
  func release(
    _ version: Int64, issued: Int64? = nil, expires: Int64? = nil, echo: ID? = nil,
    targets files: [TargetFile] = []
  ) throws -> [(name: String, bytes: [UInt8])] {
    try ChannelPublisher(
      rootFile: rootFiles[rootFiles.count - 1], targets: targets, snapshot: snapshot,
      timestamp: timestamp
    ).publish(
      version: version, channel: binding.channel, issued: issued ?? Self.start + version,
      expires: expires, echo: echo, targets: files)
  }

  /// One version whose documents are bent; all that leads to them is made and signed afresh.
  func bent(
    _ version: Int64, issued: Int64? = nil, targets files: [TargetFile] = [],
    targetsDocument: Bend = { $0 }, snapshotDocument: Bend = { $0 },
    timestampDocument: Bend = { $0 }, signTimestamp: [SigningKey]? = nil
  ) throws -> [(name: String, bytes: [UInt8])] {
    let issued = issued ?? Self.start + version
    let draft = ReleaseDraft(
      version: version, channel: binding.channel, issued: issued,
      expires: issued + 365 * Self.day, echo: nil)
    let first = Self.file(targetsDocument(try draft.targets(files)), targets)
    let second = Self.file(snapshotDocument(try draft.snapshot(of: first)), snapshot)
    let third = Self.file(
      timestampDocument(try draft.timestamp(of: second)), signTimestamp ?? timestamp)
    return [
      ("\(version).targets.json", first), ("\(version).snapshot.json", second),
      ("\(version).timestamp.json", third), ("timestamp.json", third),
    ]
  }

  /// A file made without any check.
  static func file(_ signed: CanonicalValue, _ keys: [SigningKey]) -> [UInt8] {
    let signatures = keys.map { key -> CanonicalValue in
      .object([
        ("keyid", .string(key.verifyingKey.keyID.hex)),
        ("sig", .string(Hex.encoded(key.signature(of: signed.bytes)))),
      ])
    }
    return CanonicalValue.object([("signatures", .array(signatures)), ("signed", signed)]).bytes
  }
}

extension CanonicalValue {
  /// The value with the one at `path` replaced, or removed where `value` is nil.
  func setting(_ path: String..., to value: CanonicalValue?) -> CanonicalValue {
    setting(path[...], value)
  }

  private func setting(_ path: ArraySlice<String>, _ value: CanonicalValue?) -> CanonicalValue {
    guard let name = path.first, case .object(let members) = self else { return value ?? .null }
    var changed = members.filter { $0.name != name }
    let old = members.first { $0.name == name }?.value ?? .object([])
    if path.count > 1 {
      changed.append((name, old.setting(path.dropFirst(), value)))
    } else if let value {
      changed.append((name, value))
    }
    return .object(changed)
  }
}

extension TargetFile {
  /// A target of random name and hashes.
  static func some() throws -> TargetFile {
    try TargetFile(
      path: Hex.encoded(SystemRandom.bytes(16)) + ".age", length: 70_000,
      sha256: Digest(unchecked: SystemRandom.bytes(32)),
      manifest: Digest(unchecked: SystemRandom.bytes(32)))
  }
}
