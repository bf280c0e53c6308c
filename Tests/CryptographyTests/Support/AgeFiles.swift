import Testing

@testable import Cryptography

/// Short ways to make and open age files in memory.
enum AgeFiles {
  /// `count` bytes in which no chunk is like another.
  static func plaintext(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8 &+ $0 >> 16) }
  }

  static func sealed(
    _ plaintext: [UInt8], to recipients: [AgeRecipient], piece: Int = .max
  ) throws -> [UInt8] {
    let sink = MemorySink()
    let encryptor = try AgeEncryptor(to: recipients, sink: sink)
    var rest = plaintext[...]
    while !rest.isEmpty {
      try encryptor.write(rest.prefix(piece))
      rest = rest.dropFirst(piece)
    }
    try encryptor.finish()
    return sink.bytes
  }

  static func sealed(
    _ plaintext: [UInt8], passphrase: String, workFactor: Int = 10
  ) throws -> [UInt8] {
    let sink = MemorySink()
    let encryptor = try AgeEncryptor(
      passphrase: SecretBytes(copying: Array(passphrase.utf8)), workFactor: workFactor, sink: sink)
    try encryptor.write(plaintext)
    try encryptor.finish()
    return sink.bytes
  }

  static func opened(
    _ file: [UInt8], _ identities: [AgeIdentity], policy: AgePolicy = .exchange,
    piece: Int = .max, buffer: Int = 100_000
  ) throws -> [UInt8] {
    let source = MemorySource(file, pieceLimit: piece)
    let decryptor = try AgeDecryptor(source, identities: identities, policy: policy)
    switch drained(decryptor, buffer: buffer) {
    case .success(let all): return all
    case .failure(let interrupted): throw interrupted.error
    }
  }

  static func opened(_ file: [UInt8], passphrase: String) throws -> [UInt8] {
    let secret = SecretBytes(copying: Array(passphrase.utf8))
    return try AgeDecryptor(MemorySource(file), passphrase: secret).readAll(limit: .max)
  }

  /// All that a decryptor gives; where it fails, what it gave before is in `Interrupted`.
  static func drained(_ decryptor: AgeDecryptor, buffer count: Int) -> Result<[UInt8], Interrupted>
  {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: count)
    do {
      while true {
        let count = try decryptor.read(into: &buffer)
        if count == 0 { return .success(all) }
        all += buffer[..<count]
      }
    } catch {
      return .failure(Interrupted(given: all, error: error))
    }
  }

  struct Interrupted: Error {
    var given: [UInt8]
    var error: any Error
  }

  /// A file of stanzas as given, under a known file key, whose header authenticates.
  static func file(
    stanzas: [AgeStanza], fileKey: [UInt8] = [UInt8](repeating: 7, count: 16),
    plaintext: [UInt8] = [1, 2, 3]
  ) -> [UInt8] {
    let key = SecretBytes(copying: fileKey)
    let nonce = [UInt8](repeating: 9, count: AgeChunkCipher.nonceBytes)
    var cipher = AgeChunkCipher(fileKey: key, nonce: nonce)
    var sealed = [UInt8](repeating: 0, count: AgeChunkCipher.sealedChunkBytes)
    let count = cipher.seal(plaintext[...], isLast: true, into: &sealed)
    return AgeHeader.encoded(stanzas, fileKey: key) + nonce + sealed[..<count]
  }

  /// A stanza that wraps the file key of `file(stanzas:)`.
  static func stanza(for recipient: AgeRecipient) throws -> AgeStanza {
    try X25519Stanza.wrap(
      SecretBytes(copying: [UInt8](repeating: 7, count: 16)), for: recipient)
  }
}
