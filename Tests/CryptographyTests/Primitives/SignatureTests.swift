import Cryptography
import Testing
import Vocabulary

/// A group of signatures by one Ed25519 key.
private struct SignatureGroup: Decodable {
  var publicKey: Key
  var tests: [Case]

  struct Key: Decodable { var pk: HexBytes }
  struct Case: Decodable {
    var tcId: Int
    var msg, sig: HexBytes
    var result: Verdict
  }
}

@Suite struct SignatureTests {
  @Test(.enabled(if: SharedVectors.areThere)) func verificationAgreesWithWycheproof() throws {
    var ran = 0
    for group in try Wycheproof<SignatureGroup>.load("ed25519") {
      let key = try #require(VerifyingKey(bytes: group.publicKey.pk.bytes))
      for vector in group.tests {
        let holds = key.verifies(vector.sig.bytes, of: vector.msg.bytes)
        #expect(holds == (vector.result == .valid), "case \(vector.tcId)")
        ran += 1
      }
    }
    #expect(ran > 100)
  }

  @Test(.enabled(if: SharedVectors.areThere)) func seedsGiveTheWorldsKeysAndKeyIDs() throws {
    let keys = try World.keys()
    #expect(!keys.isEmpty)
    for (name, expected) in keys {
      let key = expected.signing
      #expect(key.verifyingKey.hex == expected.public, "\(name)")
      #expect(key.verifyingKey.keyID.hex == expected.tufKeyid, "\(name)")
      #expect(key.seed().revealed() == expected.seed.bytes, "\(name)")
    }
  }

  @Test func signatureHoldsForItsMessageOnly() {
    let key = SigningKey.generate()
    var signature = key.signature(of: [1, 2, 3])
    #expect(key.verifyingKey.verifies(signature, of: [1, 2, 3]))
    #expect(!key.verifyingKey.verifies(signature, of: [1, 2]))
    #expect(!SigningKey.generate().verifyingKey.verifies(signature, of: [1, 2, 3]))
    signature[0] ^= 1
    #expect(!key.verifyingKey.verifies(signature, of: [1, 2, 3]))
  }

  @Test(arguments: [0, 63, 65]) func signatureOfAnotherLengthFails(_ length: Int) {
    let key = SigningKey.generate().verifyingKey
    #expect(!key.verifies([UInt8](repeating: 1, count: length), of: []))
  }

  /// With the neutral element as key, R = neutral and S = 0 would "sign" every message.
  @Test func keyOfSmallOrderVerifiesNothing() throws {
    let neutral: [UInt8] = [1] + [UInt8](repeating: 0, count: 31)
    let key = try #require(VerifyingKey(bytes: neutral))
    #expect(!key.verifies(neutral + [UInt8](repeating: 0, count: 32), of: [1, 2, 3]))
  }

  @Test(arguments: [
    "", "00", String(repeating: "AB", count: 32), String(repeating: "0", count: 63),
  ])
  func keysAreReadFromLowercaseHexOnly(_ text: String) {
    #expect(VerifyingKey(hex: text) == nil)
  }

  @Test func lentSeedIsTheSeed() {
    let key = SigningKey(seed: SecretBytes(copying: Array(0..<32)))
    #expect(key.withSeed { $0.byteCount } == 32)
    let last = key.withSeed { unsafe $0.unsafeLoad(fromByteOffset: 31, as: UInt8.self) }
    #expect(last == 31)
  }
}
