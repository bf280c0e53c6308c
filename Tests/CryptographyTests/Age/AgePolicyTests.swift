import Testing
import Vocabulary

@testable import Cryptography

@Suite struct AgePolicyTests {
  static let identity = AgeIdentity.generate()

  @Test func anyOfSixteenRecipientsOpensTheFile() throws {
    let identities = (0..<16).map { _ in AgeIdentity.generate() }
    let file = try AgeFiles.sealed([1, 2], to: identities.map(\.recipient))
    for identity in identities {
      #expect(try AgeFiles.opened(file, [Self.identity, identity]) == [1, 2])
    }
  }

  @Test(arguments: [0, 17]) func otherNumbersOfRecipientsAreNotWritten(_ count: Int) {
    let recipients = [AgeRecipient](repeating: Self.identity.recipient, count: count)
    #expect(throws: Refusal(.ageStanza, "")) { try AgeFiles.sealed([1], to: recipients) }
  }

  @Test func seventeenthStanzaIsRefused() throws {
    let stanza = try AgeFiles.stanza(for: Self.identity.recipient)
    let file = AgeFiles.file(stanzas: [AgeStanza](repeating: stanza, count: 17))
    refuses(file, .ageStanza)
    #expect(try AgeFiles.opened(file, [Self.identity], policy: .standard) == [1, 2, 3])
  }

  @Test func greaseIsRefusedOnAStickOnly() throws {
    let grease = AgeStanza(arguments: ["xyz-grease", "abc"], body: [1, 2, 3])
    let file = AgeFiles.file(stanzas: [
      grease, try AgeFiles.stanza(for: Self.identity.recipient),
    ])
    refuses(file, .ageStanza)
    #expect(try AgeFiles.opened(file, [Self.identity], policy: .standard) == [1, 2, 3])
  }

  @Test func scryptStanzaIsRefusedOnAStick() throws {
    refuses(try AgeFiles.sealed([1], passphrase: "correct horse"), .ageStanza)
  }

  @Test func scryptStanzaBesideAnotherIsRefusedEverywhere() throws {
    let fileKey = SecretBytes(copying: [UInt8](repeating: 7, count: 16))
    let passphrase = SecretBytes(copying: Array("correct horse".utf8))
    let scrypt = try ScryptStanza.wrap(fileKey, passphrase: passphrase, workFactor: 10)
    let file = AgeFiles.file(stanzas: [
      scrypt, try AgeFiles.stanza(for: Self.identity.recipient),
    ])
    refuses(file, .ageStanza)
    refuses(file, .ageStanza, policy: .standard)
    #expect(throws: Refusal(.ageStanza, "")) {
      try AgeFiles.opened(file, passphrase: "correct horse")
    }
  }

  /// All points of small order, in their usual and in their unreduced forms (RFC 7748, section 6.1
  /// and the list of libsodium): with them everybody knows the shared secret.
  @Test(arguments: [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ])
  func lowOrderShareIsRefused(_ hex: String) throws {
    let point = try #require(Hex.decoded(hex))
    let text = String(decoding: Base64.encoded(point, .unpadded), as: UTF8.self)
    let low = AgeStanza(arguments: ["X25519", text], body: [UInt8](repeating: 0, count: 32))
    let mine = try AgeFiles.stanza(for: Self.identity.recipient)
    // Alone, before and after a good one: every share is looked at.
    for stanzas in [[low], [low, mine], [mine, low]] {
      refuses(AgeFiles.file(stanzas: stanzas), .ageShare)
      refuses(AgeFiles.file(stanzas: stanzas), .ageShare, policy: .standard)
    }
    let recipient = String(decoding: Bech32.encoded(point, prefix: "age"), as: UTF8.self)
    #expect(throws: Refusal(.ageKey, "")) { try AgeRecipient(recipient) }
  }

  @Test(arguments: [31, 33]) func shareOfAnotherLengthIsRefused(_ length: Int) throws {
    let text = String(
      decoding: Base64.encoded([UInt8](repeating: 9, count: length), .unpadded), as: UTF8.self)
    let stanza = AgeStanza(arguments: ["X25519", text], body: [UInt8](repeating: 0, count: 32))
    refuses(AgeFiles.file(stanzas: [stanza]), .ageShare)
  }

  @Test func wrongIdentityIsNoMatch() throws {
    let file = try AgeFiles.sealed([1], to: [AgeIdentity.generate().recipient])
    refuses(file, .ageNoMatch)
    #expect(throws: Refusal(.ageNoMatch, "")) { try AgeFiles.opened(file, []) }
  }

  @Test func wrongPassphraseIsNoMatch() throws {
    let file = try AgeFiles.sealed([1, 2], passphrase: "correct horse")
    #expect(try AgeFiles.opened(file, passphrase: "correct horse") == [1, 2])
    #expect(throws: Refusal(.ageNoMatch, "")) {
      try AgeFiles.opened(file, passphrase: "correct horsf")
    }
  }

  @Test func passphraseForAFileWithoutOneIsNoMatch() throws {
    let file = try AgeFiles.sealed([1], to: [Self.identity.recipient])
    #expect(throws: Refusal(.ageNoMatch, "")) { try AgeFiles.opened(file, passphrase: "any") }
  }

  /// 2^21 rounds and more would take 2 GiB and more of memory for the asking.
  @Test(arguments: [21, 62, 64]) func workFactorAboveTheLimitIsRefused(_ factor: Int) throws {
    let salt = String(repeating: "A", count: 22)
    let stanza = AgeStanza(
      arguments: ["scrypt", salt, String(factor)], body: [UInt8](repeating: 0, count: 32))
    #expect(throws: Refusal(.ageStanza, "")) {
      try AgeFiles.opened(AgeFiles.file(stanzas: [stanza]), passphrase: "any")
    }
  }

  private func refuses(_ file: [UInt8], _ code: Refusal.Code, policy: AgePolicy = .exchange) {
    #expect(throws: Refusal(code, "")) {
      try AgeFiles.opened(file, [Self.identity], policy: policy)
    }
  }
}
