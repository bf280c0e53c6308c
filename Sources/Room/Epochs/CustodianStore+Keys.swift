import Cryptography
import Store
import Vocabulary

/// Keys that this room had before, as long as a lab may know it by them.
extension CustodianStore {
  /// Those of a channel, the newest first.
  func formerKeys(of channel: ID) throws -> [SigningKey] {
    try database.read {
      try $0.rows(
        "SELECT seed FROM former_keys WHERE channel = ? ORDER BY id DESC", .blob(channel.bytes)
      ).map(Self.key)
    }
  }

  /// Those of all channels of a lab, each once.
  func formerKeys(ofLab lab: String) throws -> [SigningKey] {
    let query =
      "SELECT DISTINCT seed FROM former_keys f JOIN projects p ON p.channel = f.channel "
      + "WHERE p.lab = ?"
    return try database.read { try $0.rows(query, .text(lab)).map(Self.key) }
  }

  /// Puts an identity in the place of another, whose key every channel of the lab goes on to sign
  /// with beside the new one, and whose age identity is the oldest of each.
  func replace(_ old: LabIdentity, by new: LabIdentity) throws {
    var (seed, oldSeed) = (Self.seed(of: new.signing), Self.seed(of: old.signing))
    var secret = new.seal.secretText().revealed()
    var oldSecret = old.seal.secretText().revealed()
    try database.write { sql in
      try sql.run(
        "UPDATE labs SET seed = ?, seal = ?, secret = ?, card = ? WHERE name = ?", .blob(seed),
        .text(new.seal.recipient.text), .blob(secret), .blob(new.card), .text(new.lab))
      let channels = try sql.rows("SELECT channel FROM projects WHERE lab = ?", .text(old.lab))
      for channel in try channels.map({ try $0.blob(0) }) {
        try sql.run(
          "INSERT INTO former_keys(channel, seed) VALUES (?, ?)", .blob(channel), .blob(oldSeed))
        try sql.run(
          "INSERT OR REPLACE INTO handovers VALUES (?, NULL, NULL)", .blob(channel))
        try sql.run(
          "INSERT INTO seals(id, channel, secret) "
            + "VALUES ((SELECT min(0, coalesce(min(id), 0)) - 1 FROM seals), ?, ?)",
          .blob(channel), .blob(oldSecret))
      }
    }
    seed.wipe()
    oldSeed.wipe()
    secret.wipe()
    oldSecret.wipe()
  }

  /// An archive of this number and epoch has brought the card, if one is being handed over.
  func noteHandover(of channel: ID, epoch: EpochID, sequence: Int64) throws {
    try database.write {
      try $0.run(
        "UPDATE handovers SET epoch = ?1, sequence = ?2 WHERE channel = ?3 "
          + "AND (epoch IS NULL OR epoch <> ?1)",
        .blob(epoch.bytes), .integer(sequence), .blob(channel.bytes))
    }
  }

  /// Forgets former keys once the lab has acknowledged an archive that brought the card.
  func endHandover(of channel: ID, epoch: EpochID, receipted: Int64) throws {
    try database.write { sql in
      let isOver = try sql.first(
        "SELECT 1 FROM handovers WHERE channel = ? AND epoch = ? AND sequence <= ?",
        .blob(channel.bytes), .blob(epoch.bytes), .integer(receipted))
      guard isOver != nil else { return }
      try sql.run("DELETE FROM former_keys WHERE channel = ?", .blob(channel.bytes))
      try sql.run("DELETE FROM handovers WHERE channel = ?", .blob(channel.bytes))
    }
  }

  private static func key(_ row: SQLRow) throws -> SigningKey {
    var seed = try row.blob(0)
    return SigningKey(seed: SecretBytes(wiping: &seed))
  }

  private static func seed(of key: SigningKey) -> [UInt8] {
    key.withSeed { seed in unsafe seed.withUnsafeBytes { unsafe Array($0) } }
  }
}
