public import Cryptography
public import Vocabulary

/// How a room introduces itself to a lab: its id, whom to seal to, and its key, signed by that key
/// (formats.md, section 4).
///
/// A card proves that its maker has the key. Whose it is, people tell by comparing fingerprints.
public struct RoomCard: Hashable, Sendable {
  /// The room's id.
  public let room: ID
  /// Whom the first bundle is sealed to.
  public let seal: AgeRecipient
  /// The key of the room's notes and checkpoints.
  public let key: VerifyingKey

  private static let firstLine = "airlock/card/1"

  /// A card of these lines, to be signed.
  public init(room: ID, seal: AgeRecipient, key: VerifyingKey) {
    self.room = room
    self.seal = seal
    self.key = key
  }

  /// Reads a card that the key it names has signed. Throws `card`.
  public init(verifying card: [UInt8]) throws(Refusal) {
    try self.init(Self.note(card))
  }

  /// Reads the card of a room that changed its key: the same room, signed by the new key and by
  /// that of the card before. Throws `card`.
  public init(verifying card: [UInt8], after previous: RoomCard) throws(Refusal) {
    let note = try Self.note(card)
    try self.init(note)
    guard room == previous.room else { throw Refusal(.card, "the card is of another room") }
    guard key != previous.key else { throw Refusal(.card, "the card brings no new key") }
    guard (try? note.verified(name: ChannelName.cardKey, key: previous.key)) != nil else {
      throw Refusal(.card, "the card is not signed by the room's previous key")
    }
  }

  private init(_ note: SignedNote) throws(Refusal) {
    let lines = try NoteLines.split(
      note.text, count: 4, first: Self.firstLine, what: "a room's card", code: .card)
    guard let room = ID(hex: lines[1]), let seal = try? AgeRecipient(lines[2]),
      let key = VerifyingKey(hex: lines[3])
    else {
      throw Refusal(.card, "a line of the card is not of the form it must have")
    }
    guard (try? note.verified(name: ChannelName.cardKey, key: key)) != nil else {
      throw Refusal(.card, "the card is not signed by the key that it names")
    }
    self.init(room: room, seal: seal, key: key)
  }

  private static func note(_ card: [UInt8]) throws(Refusal) -> SignedNote {
    do throws(Refusal) {
      return try SignedNote(parsing: card)
    } catch {
      throw Refusal(.card, "the card is not a signed note: \(error.why)")
    }
  }

  /// The text that is signed, with its final LF.
  public var encodedText: String {
    "\(Self.firstLine)\n\(room.hex)\n\(seal.text)\n\(key.hex)\n"
  }

  /// The bytes of the card's file, signed by its own key and, where the key is changed, by the one
  /// before.
  public func signed(by key: SigningKey, previous: SigningKey? = nil) -> [UInt8] {
    precondition(key.verifyingKey == self.key, "a card is signed by the key that it names")
    return signed(by: key, former: previous.map { [$0] } ?? [])
  }

  /// The same by every key that a lab may still know the room by.
  public func signed(by key: SigningKey, former: [SigningKey]) -> [UInt8] {
    precondition(key.verifyingKey == self.key, "a card is signed by the key that it names")
    return SignedNote.signed(
      text: encodedText, name: ChannelName.cardKey, by: [key] + former)
  }
}
