import BundleFormat
import Cryptography
import Store
import TUF
import Vocabulary

/// How far a rotation is, from what holds now.
struct RotationProgress {
  let sql: SQL
  let rotation: RotationRecord

  /// The channels that it is about. A room that was revoked is told nothing, and what it signs
  /// counts in nothing.
  func channels() throws -> [ChannelRecord] {
    let named = Set(try RotationRows(sql: sql).keys(of: rotation).compactMap(\.channel))
    return try Channels(sql: sql).all(of: rotation.project).filter { channel in
      guard named.isEmpty || named.contains(channel.id) else { return false }
      return try ChannelStates(sql: sql).first(of: [.revoked], channel.id) == nil
    }
  }

  /// Whether no root names any of the lab's keys that it replaces.
  func isRootInEffect() throws -> Bool {
    let named = RotationRecord.labKeys(
      of: try RootDocument(trusting: Roots(sql: sql, project: rotation.project).current()))
    return try RotationRows(sql: sql).keys(of: rotation).allSatisfy { !named.contains($0.key) }
  }

  /// Keys and what is missing. Of one that is done all keys are replaced, whatever a room that is
  /// put back says later: it can say it to nobody.
  func status() throws -> RotationStatus {
    let rows = RotationRows(sql: sql)
    let keys = try rows.keys(of: rotation)
    guard rotation.done == nil else {
      return status(try keys.map { try key($0.key, $0.channel, isReplaced: true) }, missing: [])
    }
    let orders = try rows.orders(of: rotation)
    let channels = try channels()
    let unaware = channels.filter { channel in
      orders[channel.id].map { channel.acknowledged < $0 } ?? true
    }
    let isInEffect = try isRootInEffect()
    let told = try keys.map { known, channel in
      try key(
        known, channel,
        isReplaced: channel == nil
          ? isInEffect && unaware.isEmpty
          : !channels.contains { $0.id == channel } || !isStillARooms(known.key))
    }
    return status(
      told, missing: try missing(told, isInEffect: isInEffect, unaware: unaware))
  }

  private func key(
    _ key: RotationRecord.LabKey, _ channel: ID?, isReplaced: Bool
  ) throws -> RotationStatus.Key {
    RotationStatus.Key(
      kind: key.kind, key: key.key,
      room: try channel.flatMap { try Channels(sql: sql).with(id: $0)?.room },
      isReplaced: isReplaced)
  }

  private func status(_ keys: [RotationStatus.Key], missing: [String]) -> RotationStatus {
    RotationStatus(
      number: rotation.number, began: rotation.began, done: rotation.done, keys: keys,
      missing: missing)
  }

  /// Whether the lab still takes what a key signs, in whichever project of that room.
  private func isStillARooms(_ key: String) throws -> Bool {
    let bytes = VerifyingKey(hex: key)?.bytes ?? []
    return try sql.first("SELECT 1 FROM channels WHERE key = ?", .blob(bytes)) != nil
  }

  private func missing(
    _ keys: [RotationStatus.Key], isInEffect: Bool, unaware: [ChannelRecord]
  ) throws -> [String] {
    let labKeys = keys.filter { $0.room == nil }
    var lines: [String] = []
    if !labKeys.isEmpty, !isInEffect { lines.append(try rootLine()) }
    if !labKeys.isEmpty, isInEffect {
      lines += unaware.map { "room \($0.room) still trusts the lab's former keys" }
    }
    lines += keys.filter { $0.room != nil && !$0.isReplaced }.map { key in
      "room \(key.room?.hex ?? "") still signs with \(key.key.prefix(16))…"
    }
    return lines
  }

  private func rootLine() throws -> String {
    guard let file = try RootDrafts(sql: sql, project: rotation.project).file() else {
      return "no root that replaces the lab's keys has been made"
    }
    let previous = try Roots(sql: sql, project: rotation.project).current()
    let proposal = try RootProposal(file, after: previous)
    let needed = proposal.progress.needed.map { RootKeyFiles.shortName(of: $0) }.sorted()
    return
      "root \(proposal.claim.version) waits for signatures of \(needed.joined(separator: ", "))"
  }
}
