import Testing
import Vocabulary

@testable import Cryptography

@Suite struct AgeHeaderTests {
  static let identity = AgeIdentity.generate()

  @Test func writtenHeaderIsReadBack() throws {
    let stanzas = [
      AgeStanza(arguments: ["a", "b~!"], body: []),
      AgeStanza(arguments: ["c"], body: AgeFiles.plaintext(47)),
      AgeStanza(arguments: ["d"], body: AgeFiles.plaintext(48)),
      AgeStanza(arguments: ["e"], body: AgeFiles.plaintext(500)),
    ]
    let key = SecretBytes.random(count: 16)
    let bytes = AgeHeader.encoded(stanzas, fileKey: key)
    let header = try AgeHeader(parsing: bytes + [1, 2, 3])
    #expect(header.stanzas == stanzas)
    #expect(header.byteCount == bytes.count)
    try header.authenticate(fileKey: key)
    #expect(throws: Refusal(.ageMAC, "")) {
      try header.authenticate(fileKey: SecretBytes.random(count: 16))
    }
  }

  @Test func crlfHeaderIsRefused() throws {
    let file = try AgeFiles.sealed([1], to: [Self.identity.recipient])
    let length = try AgeHeader(parsing: file).byteCount
    let header = file[..<length].flatMap { $0 == 0x0a ? [0x0d, 0x0a] : [$0] }
    refuses(header + file[length...], .ageHeader)
  }

  @Test func changedHeaderIsRefused() throws {
    let stanza = try AgeFiles.stanza(for: Self.identity.recipient)
    let stranger = try AgeFiles.stanza(for: AgeIdentity.generate().recipient)
    let file = AgeFiles.file(stanzas: [stanza])
    let length = try AgeHeader(parsing: file).byteCount
    let mac = file[(length - 48)..<length]
    let more = AgeHeader.versionLine + stanza.encoded + stranger.encoded + mac
    refuses(more + file[length...], .ageMAC)
  }

  /// One extra bit in the last character decodes to the same bytes in a lax reader.
  @Test func nonCanonicalBase64IsRefused() throws {
    let stanza = try AgeFiles.stanza(for: Self.identity.recipient)
    let file = AgeFiles.file(stanzas: [stanza])
    let length = try AgeHeader(parsing: file).byteCount
    for lineEnd in file[..<length].indices.filter({ file[$0] == 0x0a }).dropFirst() {
      var changed = file
      changed[lineEnd - 1] = next(changed[lineEnd - 1])
      refuses(changed, .ageHeader)
    }
  }

  @Test func paddingIsRefused() throws {
    let file = AgeFiles.file(stanzas: [try AgeFiles.stanza(for: Self.identity.recipient)])
    let length = try AgeHeader(parsing: file).byteCount
    refuses(file[..<(length - 1)] + [0x3d] + file[(length - 1)...], .ageHeader)
  }

  @Test func headerWithoutStanzasIsRefused() {
    refuses(AgeFiles.file(stanzas: []), .ageHeader)
  }

  @Test func headerLongerThanTheLimitIsRefused() throws {
    let mine = try AgeFiles.stanza(for: Self.identity.recipient)
    let body = [UInt8](repeating: 0, count: 48 * 100 - 1)
    let filler = [AgeStanza](repeating: AgeStanza(arguments: ["x"], body: body), count: 10)
    // 10 fillers of about 6.5 kB fit below 64 KiB, 11 do not.
    let fits = AgeFiles.file(stanzas: filler + [mine])
    #expect(try AgeFiles.opened(fits, [Self.identity], policy: .standard) == [1, 2, 3])
    let long = AgeFiles.file(stanzas: filler + filler.prefix(1) + [mine])
    #expect(throws: Refusal(.ageHeader, "")) {
      try AgeFiles.opened(long, [Self.identity], policy: .standard)
    }
  }

  @Test func endlessLineIsRefusedWithoutReadingOn() throws {
    let source = MemorySource([UInt8](repeating: 0x61, count: 10_000_000))
    #expect(throws: Refusal(.ageHeader, "")) {
      _ = try AgeDecryptor(source, identities: [Self.identity], policy: .standard)
    }
    // No more than the limit was taken from it.
    #expect(try source.readAll(limit: .max).count == 10_000_000 - Limits.ageHeader)
  }

  @Test func everyPrefixOfAHeaderIsRefused() throws {
    let file = AgeFiles.file(stanzas: [try AgeFiles.stanza(for: Self.identity.recipient)])
    let length = try AgeHeader(parsing: file).byteCount
    for end in 0..<length { refuses(Array(file[..<end]), .ageHeader) }
  }

  private func refuses(_ file: some Sequence<UInt8>, _ code: Refusal.Code) {
    #expect(throws: Refusal(code, "")) {
      try AgeFiles.opened(Array(file), [Self.identity], policy: .standard)
    }
  }

  /// The base64 character whose value is one more.
  private func next(_ character: UInt8) -> UInt8 {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let index = alphabet.firstIndex(of: character) ?? 0
    return alphabet[(index + 1) % 64]
  }
}
