import Cryptography
import Exchange
import TUF
import Vocabulary

/// A lab's channel: its keys, roots and releases.
struct TestChannel {
  static let start: Int64 = 1_767_225_600_000
  static let day: Int64 = 86_400_000

  let binding = ChannelBinding(
    project: ID(unchecked: SystemRandom.bytes(16)), channel: ID(unchecked: SystemRandom.bytes(16)))
  private let rootKey = SigningKey.generate()
  private let targetsKey = SigningKey.generate()
  private let snapshotKey = SigningKey.generate()
  private var timestampKey = SigningKey.generate()
  private var draft: RootDraft
  private(set) var roots: [[UInt8]] = []

  init() throws {
    draft = RootDraft(
      project: binding.project, seal: [AgeIdentity.generate().recipient],
      expires: Self.start + 3_650 * Self.day, root: .init([rootKey.verifyingKey]),
      targets: .init([targetsKey.verifyingKey]), snapshot: .init([snapshotKey.verifyingKey]),
      timestamp: .init([timestampKey.verifyingKey]))
    roots = [try RepositoryWriter.makeRoot(draft, signedBy: [rootKey])]
  }

  mutating func replaceTimestampKey() throws {
    timestampKey = .generate()
    draft.version += 1
    draft.timestamp = .init([timestampKey.verifyingKey])
    roots.append(try RepositoryWriter.makeRoot(draft, signedBy: [rootKey]))
  }

  /// A new root that changes no key.
  mutating func addRecipient() throws {
    draft.version += 1
    draft.seal.append(AgeIdentity.generate().recipient)
    roots.append(try RepositoryWriter.makeRoot(draft, signedBy: [rootKey]))
  }

  func release(_ version: Int64, _ sealed: [Sealed]) throws -> ChannelRelease {
    let publisher = try ChannelPublisher(
      rootFile: roots[roots.count - 1], targets: [targetsKey], snapshot: [snapshotKey],
      timestamp: [timestampKey])
    let metadata = try publisher.publish(
      version: version, channel: binding.channel, issued: Self.start + version, echo: nil,
      targets: sealed.map(\.file))
    return ChannelRelease(
      roots: roots, metadata: metadata,
      targets: sealed.map { sealed in
        ChannelRelease.Target(sealed.file) { MemorySource(sealed.bytes) }
      })
  }

  func trust() throws -> TrustState { try TrustState(trusting: roots[0]) }

  func folder(_ drive: any Drive) -> DownFolder { DownFolder(drive, channel: binding.channel) }
}

/// A file that looks sealed.
struct Sealed {
  let file: TargetFile
  let bytes: [UInt8]

  init(count: Int = 3_000) throws {
    bytes = SystemRandom.bytes(count)
    file = try TargetFile(
      path: Hex.encoded(SystemRandom.bytes(16)) + ".age", length: Int64(count),
      sha256: SHA256.hash(bytes), manifest: Digest(unchecked: SystemRandom.bytes(32)))
  }
}

extension ByteSource {
  func all() throws -> [UInt8] { try readAll(limit: .max) }
}
