public import Vocabulary

/// What a line of a channel's log says (formats.md, section 8).
public enum LeafEvent: Equatable, Sendable {
  /// Why a person's key stands in the log.
  public enum KeyReason: String, Sendable {
    case added
    /// In place of an earlier key of the same person.
    case recovered
  }

  /// A person did something: SHA-256 of the body, and their Ed25519 signature (64 bytes).
  case act(person: ID, act: Digest, signature: [UInt8])
  /// A person's act key, 64 hexadecimal digits.
  case person(person: ID, key: String, why: KeyReason)
  /// A bundle or order was taken in, with the TUF versions and the timestamp file's hash.
  case `import`(
    sequence: Int64, manifest: Digest, root: Int64, timestamp: Int64, targets: Int64,
    metadata: Digest)
  case opened(person: ID)
  case closed(person: ID)
  case shown(person: ID, task: Digest)
  /// An archive with the leaves `from ..< to`, this one included.
  case export(sequence: Int64, from: Int64, to: Int64)
  case network(isUp: Bool)
  case software(version: String, sha256: Digest)
  /// Something was refused: the reason code, and the hash of the refused file if it was one.
  case alarm(code: String, hash: Digest?)
  /// The log begins anew after a restore: what the store's last own checkpoint said.
  case restored(epoch: EpochID, size: Int64, root: Digest)
  /// The clock jumped by more than an hour, in milliseconds since 1970 UTC.
  case clock(from: Int64, to: Int64)
  /// An event that this version doesn't know; its members are in `Leaf.unknown`.
  case other(String)

  /// The event's name.
  public var name: String {
    switch self {
    case .act: "act"
    case .person: "person"
    case .import: "import"
    case .opened: "opened"
    case .closed: "closed"
    case .shown: "shown"
    case .export: "export"
    case .network: "network"
    case .software: "software"
    case .alarm: "alarm"
    case .restored: "restored"
    case .clock: "clock"
    case .other(let name): name
    }
  }
}
