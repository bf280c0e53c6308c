import Cryptography
import Vocabulary

/// An age file: whatever its header says, and what opens must open the same piece by piece.
func fuzzAge(_ input: [UInt8]) throws {
  let whole = try? open(input, piece: .max, Keys.identities)
  let pieces = try? open(input, piece: 1 + input.count / 3, Keys.identities)
  expect(whole == pieces, "how a file is read changes nothing")
  let strict = try? AgeDecryptor(
    MemorySource(input), identities: Keys.identities, policy: .exchange)
  if strict == nil { try checkSealing(input) }
}

/// What the bytes are, sealed by us, must come back; cut short, it must not.
private func checkSealing(_ input: [UInt8]) throws {
  guard let identity = Keys.identities.first, input.count < 1_024 else { return }
  let sink = MemorySink()
  let encryptor = try AgeEncryptor(to: [identity.recipient], sink: sink)
  try encryptor.write(input)
  try encryptor.finish()
  expect((try? open(sink.bytes, piece: .max, [identity])) == input, "what was sealed opens")
  let cut = Array(sink.bytes.dropLast(1 + input.count % 16))
  expect((try? open(cut, piece: .max, [identity])) == nil, "a cut file is refused")
}

private func open(_ bytes: [UInt8], piece: Int, _ identities: [AgeIdentity]) throws -> [UInt8] {
  let source = MemorySource(bytes, pieceLimit: piece)
  return try AgeDecryptor(source, identities: identities, policy: .standard)
    .readAll(limit: 1 << 20)
}
