import Testing
import Vocabulary

@testable import Cryptography

@Suite struct AgeKeyTests {
  // The examples of age v1, "The X25519 recipient type": the identity is 32 bytes of 0x42.
  static let secretText =
    "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
  static let recipientText = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"

  @Test func exampleOfTheStandardGoesBothWays() throws {
    let identity = AgeIdentity(
      secret: SecretBytes(copying: [UInt8](repeating: 0x42, count: 32)))
    #expect(identity.recipient.text == Self.recipientText)
    #expect(identity.secretText().revealed() == Array(Self.secretText.utf8))
    #expect(try AgeIdentity(text: Self.secretText).recipient == identity.recipient)
    #expect(try AgeRecipient(Self.recipientText) == identity.recipient)
  }

  @Test func freshKeysGoBothWays() throws {
    for _ in 0..<20 {
      let identity = AgeIdentity.generate()
      #expect(try AgeRecipient(identity.recipient.text) == identity.recipient)
      #expect(try AgeIdentity(text: identity.secretText()).recipient == identity.recipient)
    }
  }

  @Test func everyChangedCharacterOfARecipientIsNoticed() throws {
    let text = Array(Self.recipientText.utf8)
    for index in text.indices {
      var changed = text
      changed[index] = changed[index] == 0x71 ? 0x70 : 0x71
      #expect(throws: Refusal(.ageKey, "")) {
        try AgeRecipient(String(decoding: changed, as: UTF8.self))
      }
    }
  }

  @Test(arguments: [
    "", "age", "age1", "age1qqqqqq", recipientText.uppercased(), recipientText + "q",
    String(recipientText.dropLast()), " " + recipientText, recipientText + "\n", secretText,
    "ag1" + recipientText.dropFirst(4),
  ])
  func otherFormsOfARecipientAreRefused(_ text: String) {
    #expect(throws: Refusal(.ageKey, "")) { try AgeRecipient(text) }
  }

  @Test(arguments: ["", secretText.lowercased(), secretText + "Q", recipientText])
  func otherFormsOfAnIdentityAreRefused(_ text: String) {
    #expect(throws: Refusal(.ageKey, "")) { try AgeIdentity(text: text) }
  }

  /// 33 bytes, and 32 bytes with a bit set in what fills the last character.
  @Test func otherLengthsAndFillingsAreRefused() throws {
    let long = Bech32.encoded([UInt8](repeating: 9, count: 33), prefix: "age")
    #expect(throws: Refusal(.ageKey, "")) {
      try AgeRecipient(String(decoding: long, as: UTF8.self))
    }
    #expect(Bech32.decoded(Array("age1".utf8), prefix: "age") == nil)
  }

  /// BIP 173's own valid strings, as far as one prefix and whole bytes go.
  @Test func bech32AgreesWithItsStandard() {
    #expect(Bech32.decoded(Array("a12uel5l".utf8), prefix: "a") == [])
    #expect(Bech32.encoded([], prefix: "a") == Array("a12uel5l".utf8))
    let split = "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w"
    let bytes = Bech32.decoded(Array(split.utf8), prefix: "split")
    #expect(bytes.map { Bech32.encoded($0, prefix: "split") } == Array(split.utf8))
    // Its checksum is for capital letters inside: invalid.
    #expect(Bech32.decoded(Array("A1G7SGD8".utf8), prefix: "a") == nil)
  }
}
