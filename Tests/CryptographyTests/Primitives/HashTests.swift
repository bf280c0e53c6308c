import Cryptography
import Testing
import Vocabulary

/// A group of MAC cases.
private struct MACGroup: Decodable {
  var tagSize: Int
  var tests: [Case]

  struct Case: Decodable {
    var tcId: Int
    var key, msg, tag: HexBytes
    var result: Verdict
  }
}

@Suite struct HashTests {
  /// FIPS 180-4's own example.
  static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func sha256OfAbc() {
    #expect(SHA256.hash(Array("abc".utf8)).hex == Self.abc)
    #expect(SHA256.hash(Array("xabcx".utf8)[1..<4]).hex == Self.abc)
  }

  @Test func sha512OfAbc() {
    #expect(
      Hex.encoded(SHA512.hash(Array("abc".utf8)))
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
  }

  @Test func piecesGiveTheSameAndTheHasherBeginsAfresh() {
    var hasher = SHA256Hasher()
    for _ in 0..<2 {
      hasher.update(Array("a".utf8))
      hasher.update([])
      hasher.update(Array("bc".utf8))
      #expect(hasher.finish().hex == Self.abc)
    }
  }

  @Test(.enabled(if: SharedVectors.areThere)) func hmacAgreesWithWycheproof() throws {
    var ran = 0
    for group in try Wycheproof<MACGroup>.load("hmac_sha256") {
      for vector in group.tests {
        let code = HMACSHA256.code(for: vector.msg.bytes, key: vector.key.bytes)
        let secret = HMACSHA256.code(
          for: vector.msg.bytes, key: SecretBytes(copying: vector.key.bytes))
        let same = code.bytes.prefix(group.tagSize / 8) == vector.tag.bytes[...]
        #expect(same == (vector.result == .valid), "case \(vector.tcId)")
        #expect(code == secret)
        ran += 1
      }
    }
    #expect(ran > 100)
  }

  /// The value is Python's `hashlib.blake2b(message, key=bytes(range(32)), digest_size=32)`.
  @Test func keyedBLAKE2bAgreesWithPython() {
    let key = SecretBytes(copying: Array(0..<32))
    #expect(
      Hex.encoded(BLAKE2b.keyed(key, Array("airlock/page/1".utf8)).revealed())
        == "33bc4a1ab6af8e8b6d21e3bbecbd575f404d33d5238894750a47587694cadeb1")
  }
}
