import BundleFormat
public import Cryptography
import Exchange
import Store
import StrictJSON
import TUF
import Vocabulary

extension LabService {
  /// Begins to replace keys of a project, or goes on where an earlier call was interrupted.
  ///
  /// Without `rooms` that is everything: keys of targets, snapshot and timestamp, the result
  /// identity, and the key of every room; with `rooms` their keys alone. `rootKeys` sign the root
  /// that replaces the lab's keys; what they are not enough for waits for `root accept`. Rooms are
  /// told by a `rotate` order once that root is in effect.
  ///
  /// Throws `Failure`; what was begun by then goes on with the next call.
  public func rotate(
    _ project: String, rooms: [String] = [], rootKeys: [SigningKey] = [], exchange: String? = nil
  ) throws -> RotationStatus {
    try rotate(
      project, rooms: rooms, rootKeys: rootKeys,
      on: exchange.map { try StickWriter.folder($0, create: true) })
  }

  /// The same with any drive.
  func rotate(
    _ project: String, rooms: [String] = [], rootKeys: [SigningKey] = [], on drive: (any Drive)?
  ) throws -> RotationStatus {
    let rotation = try database.write { try begin(project, rooms, $0) }
    let isInEffect = try database.read {
      try RotationProgress(sql: $0, rotation: rotation).isRootInEffect()
    }
    if !isInEffect { try replaceRoot(of: project, rotation, rootKeys) }
    let releases = try database.write { sql in
      try Rotations(sql: sql, context: context).advance(rotation.project)
      let channels = Channels(sql: sql)
      let told = try RotationRows(sql: sql).orders(of: rotation).keys.sorted()
      return try release(told.compactMap { try channels.with(id: $0) }, sql)
    }
    _ = try put(releases, on: drive, given: "the rotation goes on, sync puts it")
    return try database.read { sql in
      try RotationProgress(sql: sql, rotation: rotation).status()
    }
  }

  /// The rotation that is open, else a new one. One at a time: a second one couldn't say which keys
  /// are the old ones.
  private func begin(
    _ project: String, _ rooms: [String], _ sql: SQL
  ) throws -> RotationRecord {
    let record = try Projects(sql: sql).named(project)
    let rows = RotationRows(sql: sql)
    if let open = try rows.all(of: record.id).last(where: { $0.done == nil }) { return open }
    let channels =
      try Channels(sql: sql).all(of: record.id).isEmpty && rooms.isEmpty
      ? [] : ChannelChoice(sql: sql, project: record).channels(rooms)
    let rotation = try rows.insert(project: record.id, began: context.now())
    if rooms.isEmpty {
      let root = try RootDocument(trusting: Roots(sql: sql, project: record.id).current())
      for key in RotationRecord.labKeys(of: root) {
        try rows.insert(key, channel: nil, of: rotation)
      }
    }
    for channel in channels {
      try rows.insert(
        .init(kind: RotationRecord.roomKind, key: channel.key.hex), channel: channel.id,
        of: rotation)
    }
    try Journal(sql: sql, now: context.now()).note("rotate") {
      $0.member("project", record.id)
      $0.member("number", rotation.number)
    }
    return rotation
  }

  /// The root that names new keys in place of the lab's, with as many signatures as are at hand.
  private func replaceRoot(
    of project: String, _ rotation: RotationRecord, _ keys: [SigningKey]
  ) throws {
    let waiting = try waitingRoot(of: project) ?? draftRoot(of: project, .everything)
    let stays = RotationRecord.labKeys(of: waiting.proposal.claim)
    let replaced = try database.read { try RotationRows(sql: $0).keys(of: rotation).map(\.key) }
    guard replaced.allSatisfy({ !stays.contains($0) }) else {
      throw Failure(
        .refused,
        "the root \(waiting.proposal.claim.version) that waits for signatures leaves some of the "
          + "lab's keys as they are: root accept it first, or root rotate --anew")
    }
    guard !keys.isEmpty else { return }
    var proposal = waiting.proposal
    for key in keys {
      do {
        proposal = try proposal.signed(by: key)
      } catch {
        throw Failure(.refused, "\(RootKeyFiles.fileName(of: key.verifyingKey)): \(error.why)")
      }
    }
    _ = try acceptRoot(of: project, [("the root that waits", proposal.file)])
  }
}
