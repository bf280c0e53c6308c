import Vocabulary

/// Opens an age file (age v1) as a stream, in constant memory.
///
/// What it gives is authentic chunk by chunk, but whether the file is whole is known only once
/// `read` has returned 0: commit nothing before that.
public final class AgeDecryptor: ByteSource {
  /// The highest scrypt work factor taken from a file: 2^20 rounds need 1 GiB of memory.
  public static let maxWorkFactor = 20

  private let source: any ByteSource
  private var cipher: AgeChunkCipher
  private var sealed = [UInt8](repeating: 0, count: AgeChunkCipher.sealedChunkBytes)
  /// A chunk for a reader whose buffer is smaller, and the part of it not yet given.
  private var chunk: [UInt8] = []
  private var rest = 0..<0
  private var state = State.running

  private enum State {
    /// More chunks come.
    case running
    /// The last chunk was given; nothing may follow it.
    case last
    /// The file was whole.
    case ended
    /// It was not, and stays so.
    case failed(Refusal)
  }

  /// Reads the header and opens it with whichever identity fits.
  ///
  /// Every X25519 share is checked, also those meant for others. Throws the codes of
  /// `AgeRefusals.swift`, or what reading the source throws.
  public convenience init(
    _ source: any ByteSource, identities: [AgeIdentity], policy: AgePolicy
  ) throws {
    try self.init(source, policy: policy) { stanzas throws(Refusal) in
      var fileKey: SecretBytes?
      for stanza in stanzas where stanza.kind == X25519Stanza.kind {
        let stanza = try X25519Stanza(stanza)
        for identity in identities {
          let found = try stanza.unwrap(with: identity)
          if fileKey == nil { fileKey = found }
        }
      }
      return fileKey
    }
  }

  /// Reads the header and opens it with a passphrase; a wrong one throws `age-no-match`.
  public convenience init(_ source: any ByteSource, passphrase: borrowing SecretBytes) throws {
    let passphrase = passphrase.copy()
    try self.init(source, policy: .standard) { stanzas throws(Refusal) in
      guard let stanza = stanzas.first, stanza.kind == ScryptStanza.kind else { return nil }
      return try ScryptStanza(stanza, maxWorkFactor: Self.maxWorkFactor)
        .unwrap(passphrase: passphrase)
    }
  }

  private init(
    _ source: any ByteSource, policy: AgePolicy,
    unwrap: ([AgeStanza]) throws(Refusal) -> SecretBytes?
  ) throws {
    var start = [UInt8](repeating: 0, count: Limits.ageHeader)
    let count = try source.readFully(into: &start)
    start.removeLast(start.count - count)
    let header = try AgeHeader(parsing: start)
    try policy.check(header.stanzas)
    guard let fileKey = try unwrap(header.stanzas) else {
      throw Refusal(.ageNoMatch, "the age file is not sealed to any key at hand")
    }
    try header.authenticate(fileKey: fileKey)
    let payload = PrefixedSource(start[header.byteCount...], then: source)
    var nonce = [UInt8](repeating: 0, count: AgeChunkCipher.nonceBytes)
    guard try payload.readFully(into: &nonce) == nonce.count else {
      throw Refusal(.ageHeader, "the age file ends before its payload")
    }
    self.source = payload
    cipher = AgeChunkCipher(fileKey: fileKey, nonce: nonce)
  }

  deinit {
    chunk.wipe()
  }

  public func read(into buffer: inout [UInt8]) throws -> Int {
    if rest.isEmpty {
      // A buffer that holds a chunk spares a copy of it.
      if buffer.count >= AgeChunkCipher.chunkBytes { return try nextChunk(into: &buffer) }
      if chunk.isEmpty { chunk = [UInt8](repeating: 0, count: AgeChunkCipher.chunkBytes) }
      rest = 0..<(try nextChunk(into: &chunk))
    }
    let part = rest.prefix(buffer.count)
    buffer.copy(chunk[part], at: 0)
    rest = rest.dropFirst(part.count)
    return part.count
  }

  /// Decrypts the next chunk to the start of `plaintext`; 0 at the end of a whole file.
  private func nextChunk(into plaintext: inout [UInt8]) throws -> Int {
    switch state {
    case .failed(let refusal): throw refusal
    case .ended: return 0
    case .last:
      guard try source.read(into: &sealed) == 0 else {
        throw fail("bytes follow the last chunk of the age file")
      }
      state = .ended
      return 0
    case .running:
      let count = try source.readFully(into: &sealed)
      let opened = try open(sealed[..<count], into: &plaintext)
      // Only an empty file has an empty chunk, its last: there is nothing to give of it.
      return opened > 0 ? opened : try nextChunk(into: &plaintext)
    }
  }

  private func open(_ bytes: ArraySlice<UInt8>, into plaintext: inout [UInt8]) throws -> Int {
    guard !bytes.isEmpty else { throw fail("the age file is cut off after a chunk") }
    if bytes.count == AgeChunkCipher.sealedChunkBytes,
      let count = cipher.open(bytes, isLast: false, into: &plaintext)
    {
      return count
    }
    let isFirst = cipher.number == 0
    guard let count = cipher.open(bytes, isLast: true, into: &plaintext) else {
      throw fail("chunk \(cipher.number) of the age file was changed, moved or cut")
    }
    guard count > 0 || isFirst else { throw fail("an empty chunk ends the age file") }
    state = .last
    return count
  }

  private func fail(_ why: String) -> Refusal {
    let refusal = Refusal(.agePayload, why)
    state = .failed(refusal)
    return refusal
  }
}
