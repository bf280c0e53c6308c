import BundleFormat
import Cryptography
import Store
import StrictJSON
public import Vocabulary

/// What `room enroll` did.
public struct EnrolledRoom: Sendable, Equatable {
  /// The room's id.
  public let room: ID
  /// The project that it may work on.
  public let project: ID
  /// The channel's id.
  public let channel: ID
  /// The card's, as the room said it.
  public let fingerprint: String
  /// Whether the room was in the project already, with the same card.
  public let wasEnrolled: Bool
}

extension LabService {
  /// The fingerprint of a card, once the card is known to be one: for a person to compare.
  ///
  /// Throws `Failure` (bad input) for a file that is no card.
  public static func fingerprint(ofCard path: String) throws -> String {
    let (_, bytes) = try readCard(path)
    return Fingerprint(of: bytes).description
  }

  /// Lets a room work on a project, once a person has compared its card's fingerprint.
  ///
  /// Throws `Failure`: bad input for a file that is no card, refused for another fingerprint and
  /// for a room that is known under another key.
  public func enroll(
    card path: String, project: String, fingerprint: String, lease: RoomLease = .standard
  ) throws -> EnrolledRoom {
    let (card, bytes) = try Self.readCard(path)
    try Self.compare(bytes, fingerprint)
    return try database.write { sql in
      let project = try Projects(sql: sql).named(project)
      try Self.remember(card, bytes, sql, now: context.now())
      let id = ChannelName.channel(project: project.id, room: card.room)
      let wasEnrolled = try Channels(sql: sql).with(id: id) != nil
      if !wasEnrolled {
        try Channels(sql: sql).put(
          ChannelRecord(
            id: id, project: project.id, room: card.room, key: card.key, seal: card.seal,
            lease: lease.lease))
        try Journal(sql: sql, now: context.now()).note("enroll") {
          $0.member("project", project.id)
          $0.member("room", card.room)
          $0.member("card", SHA256.hash(bytes))
        }
      }
      return EnrolledRoom(
        room: card.room, project: project.id, channel: id,
        fingerprint: Fingerprint(of: bytes).hex, wasEnrolled: wasEnrolled)
    }
  }

  private static func readCard(_ path: String) throws -> (RoomCard, [UInt8]) {
    let bytes = try InputFile.read(path, limit: Int(Limits.note))
    do {
      return (try RoomCard(verifying: bytes), bytes)
    } catch {
      throw Failure(.badInput, "\(path): \(error.why)")
    }
  }

  private static func compare(_ card: [UInt8], _ typed: String) throws {
    let expected: Fingerprint
    do {
      expected = try Fingerprint(typed: typed)
    } catch {
      throw Failure(.badInput, "--fingerprint: \(error.why)")
    }
    guard expected == Fingerprint(of: card) else {
      throw Failure(
        .refused, "the card's fingerprint is another: \(Fingerprint(of: card)). Ask the room again")
    }
  }

  /// A room's key changes by a rotated card in an archive, never by a new card by hand.
  private static func remember(
    _ card: RoomCard, _ bytes: [UInt8], _ sql: SQL, now: Int64
  ) throws {
    let known = try sql.first("SELECT card FROM rooms WHERE id = ?", .bytes(card.room))
    if let known = try known?.blob(0) {
      guard known == bytes else {
        throw Failure(.refused, "room \(card.room) is known with another card")
      }
      return
    }
    try sql.run(
      "INSERT INTO rooms (id, card, made) VALUES (?, ?, ?)", .bytes(card.room), .blob(bytes),
      .integer(now))
  }
}

/// How much work a room may do without hearing from the lab.
public struct RoomLease: Sendable, Equatable {
  let lease: Lease?

  /// 20,000 acts and 400 hours of work.
  public static let standard = RoomLease(lease: .standard)
  /// As much as it likes.
  public static let unlimited = RoomLease(lease: nil)

  /// So many acts and hours of work.
  public static func acts(_ acts: Int64, hours: Int64) -> RoomLease {
    RoomLease(lease: Lease(acts: acts, activeMs: hours * 3_600_000))
  }
}
