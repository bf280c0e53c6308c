import Cryptography
import Vocabulary

/// An age file: whatever its header says, and what opens must open the same piece by piece. What
/// the bytes themselves are, sealed by us, must come back; cut short, it must not.
func fuzzAge(_ input: [UInt8]) throws {
  let whole = try? open(input, piece: .max)
  let pieces = try? open(input, piece: 1 + input.count % 97)
  expect(whole == pieces, "how a file is read changes nothing")
  _ = try? AgeDecryptor(MemorySource(input), identities: Keys.identities, policy: .standard)
  guard let identity = Keys.identities.first, input.count < 4_096 else { return }
  let sink = MemorySink()
  let encryptor = try AgeEncryptor(to: [identity.recipient], sink: sink)
  try encryptor.write(input)
  try encryptor.finish()
  expect((try? open(sink.bytes, piece: .max)) == input, "what was sealed opens")
  let end = sink.bytes.count - 1 - input.count % 16
  expect((try? open(Array(sink.bytes[..<end]), piece: .max)) == nil, "a cut file is refused")
}

private func open(_ bytes: [UInt8], piece: Int) throws -> [UInt8] {
  let source = MemorySource(bytes, pieceLimit: piece)
  return try AgeDecryptor(source, identities: Keys.identities, policy: .exchange)
    .readAll(limit: 1 << 20)
}
