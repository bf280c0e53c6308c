import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

@Suite struct RoomCardTests {
  private let first = SigningKey.generate()
  private let second = SigningKey.generate()

  private func card(_ key: SigningKey, room: ID = Crafted.room) -> RoomCard {
    RoomCard(room: room, seal: Crafted.identity.recipient, key: key.verifyingKey)
  }

  private func signed(_ text: String, _ key: SigningKey) -> [UInt8] {
    SignedNote.signed(text: text, name: ChannelName.cardKey, by: key)
  }

  @Test func whatIsSignedIsReadBack() throws {
    let card = card(first)
    #expect(try RoomCard(verifying: card.signed(by: first)) == card)
  }

  @Test func aCardSignedByAKeyThatItDoesNotName() {
    #expect(throws: Refusal("card", "")) {
      try RoomCard(verifying: signed(card(first).encodedText, second))
    }
  }

  @Test func otherLines() {
    let text = card(first).encodedText
    let seal = Crafted.identity.recipient.text
    for other in [
      text + "extra\n", text.replacing("card/1", with: "card/2"),
      text.replacing(seal, with: seal.uppercased()), text.replacing(Crafted.room.hex, with: "02"),
      "airlock/results/1\n",
    ] {
      #expect(throws: Refusal("card", "")) { try RoomCard(verifying: signed(other, first)) }
    }
    #expect(throws: Refusal("card", "")) { try RoomCard(verifying: []) }
  }

  @Test func aCardPastedTwice() {
    let bytes = card(first).signed(by: first)
    #expect(throws: Refusal("card", "")) { try RoomCard(verifying: bytes + bytes) }
  }

  @Test func aRotatedCardNeedsTheKeyBefore() throws {
    let (old, new) = (card(first), card(second))
    let rotated = new.signed(by: second, previous: first)
    #expect(try RoomCard(verifying: rotated, after: old) == new)
    #expect(try RoomCard(verifying: rotated) == new)
    #expect(throws: Refusal("card", "")) {
      try RoomCard(verifying: new.signed(by: second), after: old)
    }
    let stranger = SigningKey.generate()
    #expect(throws: Refusal("card", "")) {
      try RoomCard(verifying: new.signed(by: second, previous: stranger), after: old)
    }
  }

  @Test func aRotatedCardOfAnotherRoomOrWithoutANewKey() {
    let other = card(second, room: Crafted.project)
    #expect(throws: Refusal("card", "")) {
      try RoomCard(verifying: other.signed(by: second, previous: first), after: card(first))
    }
    #expect(throws: Refusal("card", "")) {
      try RoomCard(verifying: card(first).signed(by: first), after: card(first))
    }
  }
}
