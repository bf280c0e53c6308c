public import Cryptography
public import Vocabulary

/// A root document before it is signed (TUF 1.0, section 4.3; formats.md, section 3).
public struct RootDraft: Sendable {
  /// One role's keys, and how many of them must sign.
  public struct Signers: Sendable {
    /// The keys.
    public var keys: [VerifyingKey]
    /// How many of them must sign.
    public var threshold: Int

    /// `threshold` of `keys`.
    public init(_ keys: [VerifyingKey], threshold: Int = 1) {
      self.keys = keys
      self.threshold = threshold
    }
  }

  /// Its version, from 1.
  public var version: Int64
  /// The project that it stands for.
  public let project: ID
  /// To whom rooms seal their results.
  public var seal: [AgeRecipient]
  /// Milliseconds since 1970, cut to the second.
  public var expires: Int64
  /// Who signs the next root.
  public var root: Signers
  /// Who signs lists of files.
  public var targets: Signers
  /// Who signs which list belongs to a release.
  public var snapshot: Signers
  /// Who signs which release is the newest.
  public var timestamp: Signers

  /// The first root of `project`.
  public init(
    project: ID, seal: [AgeRecipient], expires: Int64, root: Signers, targets: Signers,
    snapshot: Signers, timestamp: Signers
  ) {
    version = 1
    self.project = project
    self.seal = seal
    self.expires = expires
    self.root = root
    self.targets = targets
    self.snapshot = snapshot
    self.timestamp = timestamp
  }

  /// The root after `document`, the same but for its version, to be changed.
  public init(after document: RootDocument) {
    func signers(_ role: Role) -> Signers {
      let keys = document.keys(of: role)
      return Signers(
        keys.keys.values.sorted { $0.hex < $1.hex }, threshold: Int(clamping: keys.threshold))
    }
    self.init(
      project: document.project, seal: document.seal, expires: document.expires,
      root: signers(.root), targets: signers(.targets), snapshot: signers(.snapshot),
      timestamp: signers(.timestamp))
    version = document.version + 1
  }

  /// The `signed` of the document.
  func signed() throws(Refusal) -> CanonicalValue {
    let roles: [(Role, Signers)] = [
      (.root, root), (.targets, targets), (.snapshot, snapshot), (.timestamp, timestamp),
    ]
    let keys = Dictionary(
      roles.flatMap { $0.1.keys }.map { ($0.keyID, $0) }, uniquingKeysWith: { first, _ in first })
    return .object(
      try CanonicalValue.header(of: .root, version: version, expires: expires) + [
        ("consistent_snapshot", .bool(true)),
        ("keys", .object(keys.map { ($0.key.hex, Self.canonical($0.value)) })),
        ("roles", .object(roles.map { ($0.0.rawValue, Self.canonical($0.1)) })),
        (
          "x-airlock",
          .object([
            ("project", .string(project.hex)), ("seal", .array(seal.map { .string($0.text) })),
          ])
        ),
      ])
  }

  private static func canonical(_ key: VerifyingKey) -> CanonicalValue {
    .object([
      ("keytype", .string("ed25519")), ("scheme", .string("ed25519")),
      ("keyval", .object([("public", .string(key.hex))])),
    ])
  }

  private static func canonical(_ signers: Signers) -> CanonicalValue {
    .object([
      ("keyids", .array(signers.keys.map { .string($0.keyID.hex) })),
      ("threshold", .integer(Int64(signers.threshold))),
    ])
  }
}

extension CanonicalValue {
  /// The members that the documents of all roles have; `expires` in milliseconds since 1970.
  static func header(
    of role: Role, version: Int64, expires: Int64
  ) throws(Refusal) -> [(name: String, value: CanonicalValue)] {
    guard let time = MetadataTime.text(expires / 1_000) else {
      throw Refusal(.tufForm, "\(role.fileName) can't expire in a year beyond 9999")
    }
    return [
      ("_type", .string(role.rawValue)), ("spec_version", .string("1.0.31")),
      ("version", .integer(version)), ("expires", .string(time)),
    ]
  }
}
