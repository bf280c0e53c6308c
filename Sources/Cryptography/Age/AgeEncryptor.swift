import Vocabulary

/// Seals a stream as an age file (age v1), in constant memory.
///
/// The header is written at once, the payload as it comes; the file is whole only after `finish`,
/// which also finishes the sink below.
public final class AgeEncryptor: ByteSink {
  private let sink: any ByteSink
  private var cipher: AgeChunkCipher
  /// Plaintext of a chunk that may be the last: it is sealed once more comes, or at the end.
  private var chunk = [UInt8](repeating: 0, count: AgeChunkCipher.chunkBytes)
  private var held = 0
  private var sealed = [UInt8](repeating: 0, count: AgeChunkCipher.sealedChunkBytes)
  private var isFinished = false

  /// Seals to everybody in `recipients`, 1 to 16 of them; another number throws `age-stanza`.
  public convenience init(to recipients: [AgeRecipient], sink: any ByteSink) throws {
    guard (1...Limits.ageStanzas).contains(recipients.count) else {
      throw Refusal(.ageStanza, "\(recipients.count) recipients, where 1 to 16 are allowed")
    }
    let fileKey = SecretBytes.random(count: AgeFileKey.bytes)
    var stanzas: [AgeStanza] = []
    for recipient in recipients {
      stanzas.append(try X25519Stanza.wrap(fileKey, for: recipient))
    }
    try self.init(fileKey: fileKey, stanzas: stanzas, sink: sink)
  }

  /// Seals under a passphrase; the work factor is the base-two logarithm of scrypt's rounds,
  /// 16 for files of ours (64 MiB of memory). Throws `key-cost` where there is no memory for it.
  public convenience init(
    passphrase: borrowing SecretBytes, workFactor: Int = 16, sink: any ByteSink
  ) throws {
    let fileKey = SecretBytes.random(count: AgeFileKey.bytes)
    let stanza = try ScryptStanza.wrap(
      fileKey, passphrase: passphrase, workFactor: workFactor)
    try self.init(fileKey: fileKey, stanzas: [stanza], sink: sink)
  }

  private init(
    fileKey: borrowing SecretBytes, stanzas: [AgeStanza], sink: any ByteSink
  ) throws {
    let nonce = SystemRandom.bytes(AgeChunkCipher.nonceBytes)
    self.sink = sink
    cipher = AgeChunkCipher(fileKey: fileKey, nonce: nonce)
    try sink.write(AgeHeader.encoded(stanzas, fileKey: fileKey))
    try sink.write(nonce)
  }

  deinit {
    chunk.wipe()
  }

  public func write(_ bytes: ArraySlice<UInt8>) throws {
    precondition(!isFinished, "nothing is written after the end")
    var rest = bytes
    while !rest.isEmpty {
      if held == chunk.count { try sealHeld(isLast: false) }
      if held == 0 && rest.count > chunk.count {
        // More follows, so this chunk is not the last and need not be held.
        try seal(rest.prefix(chunk.count), isLast: false)
        rest = rest.dropFirst(chunk.count)
        continue
      }
      let part = rest.prefix(chunk.count - held)
      chunk.copy(part, at: held)
      held += part.count
      rest = rest.dropFirst(part.count)
    }
  }

  public func finish() throws {
    precondition(!isFinished, "a file ends once")
    isFinished = true
    try sealHeld(isLast: true)
    try sink.finish()
  }

  private func sealHeld(isLast: Bool) throws {
    try seal(chunk[..<held], isLast: isLast)
    held = 0
  }

  private func seal(_ plaintext: ArraySlice<UInt8>, isLast: Bool) throws {
    let count = cipher.seal(plaintext, isLast: isLast, into: &sealed)
    try sink.write(sealed[..<count])
  }
}
