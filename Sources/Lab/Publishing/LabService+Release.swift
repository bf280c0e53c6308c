import Exchange
import Store
import Vocabulary

extension LabService {
  typealias Release = (channel: ChannelRecord, release: ChannelRelease)

  /// Seals and signs what these channels' rooms should see, in the caller's transaction.
  func release(_ channels: [ChannelRecord], _ sql: SQL) throws -> [Release] {
    let releasing = Releasing(sql: sql, context: context, outbox: outbox)
    return try channels.compactMap { channel in
      guard try ChannelStates(sql: sql).since(.revoked, channel.id) == nil else { return nil }
      var channel = channel
      return try releasing.release(&channel).map { (channel, $0) }
    }
  }

  /// Puts what was given, and is committed, on a stick if there is one; whether there is.
  ///
  /// Returns once the stick may be pulled out. Throws `Failure` where it can't be written: `given`
  /// says what stays true then.
  func put(_ releases: [Release], on drive: (any Drive)?, given: String) throws -> Bool {
    guard let drive else { return false }
    do {
      try put(releases, on: StickWriter(drive: drive))
      try drive.settle()
    } catch let fault as DriveFault {
      throw Failure(.refused, "\(fault); \(given) on this stick or another")
    }
    return true
  }

  /// Puts releases on a stick and remembers which reached it whole.
  func put(_ releases: [Release], on stick: StickWriter) throws {
    for (channel, release) in releases {
      try stick.write(release, of: channel.id)
      try database.write { sql in
        try Deliveries(sql: sql).put(channel, on: stick.drive.label, at: context.now())
        try sql.run(
          "UPDATE channels SET written = max(written, ?) WHERE id = ?",
          .integer(channel.version), .bytes(channel.id))
      }
    }
    try cleanOutbox()
  }

  /// Removes ciphertexts that no unacknowledged bundle names.
  private func cleanOutbox() throws {
    let kept = try database.read { sql in
      try sql.rows(
        """
        SELECT sealed_hash FROM bundles JOIN channels ON channels.id = bundles.channel
        WHERE sealed_hash IS NOT NULL AND bundles.sequence > acknowledged
        """
      ).map { try $0.digest(0) }
    }
    try outbox.clean(keep: Set(kept))
  }
}
