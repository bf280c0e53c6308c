import Testing

@testable import Cryptography

/// A group of X25519 cases.
private struct CurveGroup: Decodable {
  var tests: [Case]

  struct Case: Decodable {
    var tcId: Int
    var `public`, `private`, shared: HexBytes
    var result: Verdict
  }
}

@Suite(.enabled(if: SharedVectors.areThere)) struct CurveAndCipherTests {
  @Test func x25519AgreesWithWycheproof() throws {
    var ran = 0
    for vector in try Wycheproof<CurveGroup>.load("x25519").flatMap(\.tests) {
      let shared = X25519.shared(
        secret: SecretBytes(copying: vector.private.bytes), point: vector.public.bytes)
      // "Acceptable" cases are refused exactly where everybody would know the secret.
      let isZero = vector.shared.bytes.allSatisfy { $0 == 0 }
      #expect(shared?.revealed() == (isZero ? nil : vector.shared.bytes), "case \(vector.tcId)")
      #expect(!isZero || vector.result == .acceptable)
      ran += 1
    }
    #expect(ran > 500)
  }

  @Test func chaCha20Poly1305AgreesWithWycheproof() throws {
    var ran = 0
    for vector in try Wycheproof<AEADGroup>.load("chacha20_poly1305").flatMap(\.tests) {
      ran += 1
      // Another nonce length is our own mistake, caught before libsodium.
      guard vector.iv.bytes.count == ChaCha20Poly1305.nonceBytes else {
        #expect(vector.result == .invalid, "case \(vector.tcId)")
        continue
      }
      let key = SecretBytes(copying: vector.key.bytes)
      let sealed = vector.ct.bytes + vector.tag.bytes
      let opened = ChaCha20Poly1305.open(
        sealed, associated: vector.aad.bytes, nonce: vector.iv.bytes, key: key)
      let expected = vector.result == .valid ? vector.msg.bytes : nil
      #expect(opened?.revealed() == expected, "case \(vector.tcId)")
      if vector.aad.bytes.isEmpty { checkPieces(vector) }
      guard vector.result == .valid else { continue }
      let again = ChaCha20Poly1305.seal(
        SecretBytes(copying: vector.msg.bytes), associated: vector.aad.bytes,
        nonce: vector.iv.bytes, key: key)
      #expect(again == sealed, "case \(vector.tcId)")
    }
    #expect(ran > 300)
  }

  /// The form that streams use, into buffers larger than the piece.
  private func checkPieces(_ vector: AEADGroup.Case) {
    let key = SecretBytes(copying: vector.key.bytes)
    let sealed = [0xff] + vector.ct.bytes + vector.tag.bytes + [0xff]
    var buffer = [UInt8](repeating: 0, count: sealed.count + 10)
    let count = ChaCha20Poly1305.open(
      piece: sealed[1..<(sealed.count - 1)], into: &buffer, nonce: vector.iv.bytes, key: key)
    #expect(
      count.map { Array(buffer[..<$0]) } == (vector.result == .valid ? vector.msg.bytes : nil))
    guard vector.result == .valid else { return }
    let written = ChaCha20Poly1305.seal(
      piece: vector.msg.bytes[...], into: &buffer, nonce: vector.iv.bytes, key: key)
    #expect(buffer[..<written] == sealed[1..<(sealed.count - 1)])
  }
}
