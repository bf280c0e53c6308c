import Cryptography
import Store
import Vocabulary

/// `custodian.sqlite`, row by row.
struct CustodianStore: Sendable {
  let database: EncryptedDatabase

  /// An identity of this room, known to one lab only.
  struct LabIdentity {
    let lab: String
    let room: ID
    let signing: SigningKey
    let seal: AgeIdentity
    let card: [UInt8]
  }

  /// A project this room trusts.
  struct TrustedProject {
    let project: ID
    let lab: String
    let channel: ID
    /// The root file that was trusted, N.root.json.
    let trust: [UInt8]
    /// Half of the store key's material; the erase file holds the other.
    let granted: [UInt8]
    /// Size and root of the log at the last import or export, and which life of it: the anchor.
    let size: Int64
    let root: Digest?
    var epoch: EpochID?
  }

  func meta(_ key: String) throws -> [UInt8]? {
    try database.read {
      try $0.first("SELECT value FROM meta WHERE key = ?", .text(key))?.blob(0)
    }
  }

  func setMeta(_ key: String, _ value: [UInt8]) throws {
    try database.write {
      try $0.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", .text(key), .blob(value))
    }
  }

  /// The key of room.sqlite, which every grant carries.
  func roomKey() throws -> SecretBytes {
    guard var key = try meta("roomKey") else {
      throw Refusal("store-incomplete", "custodian.sqlite holds no key for room.sqlite")
    }
    return SecretBytes(wiping: &key)
  }

  func identity(lab: String) throws -> LabIdentity? {
    try database.read {
      try $0.first(
        "SELECT name, room, seed, secret, card FROM labs WHERE name = ?", .text(lab)
      ).map(Self.identity)
    }
  }

  func identity(room: ID) throws -> LabIdentity? {
    try database.read {
      try $0.first(
        "SELECT name, room, seed, secret, card FROM labs WHERE room = ?", .blob(room.bytes)
      ).map(Self.identity)
    }
  }

  func insert(_ identity: LabIdentity) throws {
    var seed = identity.signing.withSeed { seed in unsafe seed.withUnsafeBytes { unsafe Array($0) }
    }
    var secret = identity.seal.secretText().revealed()
    try database.write {
      try $0.run(
        "INSERT INTO labs VALUES (?, ?, ?, ?, ?, ?)", .text(identity.lab),
        .blob(identity.room.bytes), .blob(seed), .text(identity.seal.recipient.text),
        .blob(secret), .blob(identity.card))
    }
    seed.wipe()
    secret.wipe()
  }

  /// Age identities that may open this channel's bundles, the newest first; the card's is last.
  func seals(channel: ID, card: AgeIdentity) throws -> [(id: Int64, identity: AgeIdentity)] {
    let rows = try database.read {
      try $0.rows(
        "SELECT id, secret FROM seals WHERE channel = ? ORDER BY id DESC", .blob(channel.bytes))
    }
    return try rows.map { (try $0.integer(0), try Self.seal(try $0.blob(1))) } + [(0, card)]
  }

  func insertSeal(channel: ID, _ identity: AgeIdentity) throws {
    var secret = identity.secretText().revealed()
    try database.write {
      try $0.run(
        "INSERT INTO seals(channel, secret) VALUES (?, ?)", .blob(channel.bytes), .blob(secret))
    }
    secret.wipe()
  }

  /// Forgets identities older than the one that a bundle was just opened with (formats.md,
  /// section 4, "Seal"): a later seizure of the room opens no old stick.
  func dropSeals(channel: ID, before id: Int64) throws {
    try database.write {
      try $0.run(
        "DELETE FROM seals WHERE channel = ? AND id < ?", .blob(channel.bytes), .integer(id))
    }
  }

  func projects() throws -> [TrustedProject] {
    try database.read { try $0.rows(Self.projectColumns).map(Self.project) }
  }

  func project(_ project: ID) throws -> TrustedProject? {
    try database.read {
      try $0.first(Self.projectColumns + " WHERE project = ?", .blob(project.bytes))
        .map(Self.project)
    }
  }

  func insert(_ project: TrustedProject) throws {
    try database.write {
      try $0.run(
        "INSERT INTO projects(project, lab, channel, trust, granted) VALUES (?, ?, ?, ?, ?)",
        .blob(project.project.bytes), .text(project.lab), .blob(project.channel.bytes),
        .blob(project.trust), .blob(project.granted))
    }
  }

  func anchor(_ project: ID, epoch: EpochID, size: Int64, root: Digest) throws {
    try database.write {
      try $0.run(
        "UPDATE projects SET epoch = ?, size = ?, root = ? WHERE project = ?", .blob(epoch.bytes),
        .integer(size), .blob(root.bytes), .blob(project.bytes))
    }
  }

  /// The id of a person in a project, made at their first grant and kept for later ones.
  func person(_ name: String, in project: ID) throws -> ID? {
    let row = try database.read {
      try $0.first(
        "SELECT person FROM grants WHERE project = ? AND name = ?", .blob(project.bytes),
        .text(name))
    }
    return try row.flatMap { ID(bytes: try $0.blob(0)) }
  }

  func insertGrant(_ name: String, in project: ID, person: ID) throws {
    try database.write {
      try $0.run(
        "INSERT INTO grants(project, name, person) VALUES (?, ?, ?)", .blob(project.bytes),
        .text(name),
        .blob(person.bytes))
    }
  }

  private static let projectColumns =
    "SELECT project, lab, channel, trust, granted, size, root, epoch FROM projects"

  private static func project(_ row: SQLRow) throws -> TrustedProject {
    TrustedProject(
      project: try row.id(0), lab: try row.text(1), channel: try row.id(2), trust: try row.blob(3),
      granted: try row.blob(4), size: try row.integer(5),
      root: try row.optionalDigest(6),
      epoch: try row.optionalFixed(7))
  }

  private static func identity(_ row: SQLRow) throws -> LabIdentity {
    var seed = try row.blob(2)
    return LabIdentity(
      lab: try row.text(0), room: try row.id(1),
      signing: SigningKey(seed: SecretBytes(wiping: &seed)),
      seal: try seal(try row.blob(3)), card: try row.blob(4))
  }

  private static func seal(_ stored: [UInt8]) throws -> AgeIdentity {
    try AgeIdentity(text: String(decoding: stored, as: UTF8.self))
  }
}
