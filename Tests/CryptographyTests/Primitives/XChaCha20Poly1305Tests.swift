import Cryptography
import Testing

@Suite struct XChaCha20Poly1305Tests {
  @Test(.enabled(if: SharedVectors.areThere)) func arraysAgreeWithWycheproof() throws {
    var ran = 0
    for vector in try Wycheproof<AEADGroup>.load("xchacha20_poly1305").flatMap(\.tests) {
      ran += 1
      // Another nonce length is our own mistake, caught before libsodium.
      guard vector.iv.bytes.count == XChaCha20Poly1305.nonceBytes else {
        #expect(vector.result == .invalid, "case \(vector.tcId)")
        continue
      }
      let key = SecretBytes(copying: vector.key.bytes)
      let sealed = vector.ct.bytes + vector.tag.bytes
      let opened = XChaCha20Poly1305.open(
        sealed, associated: vector.aad.bytes, nonce: vector.iv.bytes, key: key)
      #expect(opened == (vector.result == .valid ? vector.msg.bytes : nil), "case \(vector.tcId)")
      guard vector.result == .valid else { continue }
      let again = XChaCha20Poly1305.seal(
        vector.msg.bytes, associated: vector.aad.bytes, nonce: vector.iv.bytes, key: key)
      #expect(again == sealed, "case \(vector.tcId)")
    }
    #expect(ran > 100)
  }

  @Test(.enabled(if: SharedVectors.areThere)) func pagesAgreeWithWycheproof() throws {
    for vector in try Wycheproof<AEADGroup>.load("xchacha20_poly1305").flatMap(\.tests)
    where vector.iv.bytes.count == XChaCha20Poly1305.nonceBytes {
      var page = vector.ct.bytes
      let opens = open(page: &page, vector)
      #expect(opens == (vector.result == .valid), "case \(vector.tcId)")
      guard opens else { continue }
      #expect(page == vector.msg.bytes, "case \(vector.tcId)")
      var tag = [UInt8](repeating: 0, count: 16)
      seal(page: &page, tag: &tag, vector)
      #expect(page == vector.ct.bytes && tag == vector.tag.bytes, "case \(vector.tcId)")
    }
  }

  @Test func secretsAreSealedAsTheirBytes() throws {
    let key = SecretBytes.random(count: 32)
    let nonce = SystemRandom.bytes(24)
    let sealed = XChaCha20Poly1305.seal(
      SecretBytes(copying: [1, 2, 3]), associated: [9], nonce: nonce, key: key)
    #expect(sealed.count == 3 + 16)
    let right = XChaCha20Poly1305.openSecret(sealed, associated: [9], nonce: nonce, key: key)
    #expect(right?.revealed() == [1, 2, 3])
    let opened = XChaCha20Poly1305.open(sealed, associated: [8], nonce: nonce, key: key)
    #expect(opened == nil)
  }

  @Test(arguments: [0, 15]) func lessThanATagDoesNotOpen(_ count: Int) {
    let opened = XChaCha20Poly1305.open(
      [UInt8](repeating: 0, count: count), nonce: SystemRandom.bytes(24),
      key: SecretBytes(count: 32))
    #expect(opened == nil)
  }

  @Test func noncesOfASupplyDiffer() {
    let supply = NonceSupply()
    // More than two batches.
    let nonces = Set((0..<600).map { _ in supply.next() })
    #expect(nonces.count == 600)
    #expect(nonces.allSatisfy { $0.count == 24 })
  }

  private func open(page: inout [UInt8], _ vector: AEADGroup.Case) -> Bool {
    let key = SecretBytes(copying: vector.key.bytes)
    return unsafe page.withUnsafeMutableBytes { page in
      unsafe vector.aad.bytes.withUnsafeBytes { associated in
        // An empty array lends no address; any will do for no bytes.
        guard let start = page.baseAddress else { return vector.ct.bytes.isEmpty }
        return unsafe XChaCha20Poly1305.openPage(
          from: start, to: start, count: page.count, tag: vector.tag.bytes,
          nonce: vector.iv.bytes, associated: associated, key: key)
      }
    }
  }

  private func seal(page: inout [UInt8], tag: inout [UInt8], _ vector: AEADGroup.Case) {
    let key = SecretBytes(copying: vector.key.bytes)
    unsafe page.withUnsafeMutableBytes { page in
      unsafe vector.aad.bytes.withUnsafeBytes { associated in
        guard let start = page.baseAddress else { return }
        unsafe XChaCha20Poly1305.sealPage(
          from: start, to: start, count: page.count, tag: &tag, nonce: vector.iv.bytes,
          associated: associated, key: key)
      }
    }
  }
}
