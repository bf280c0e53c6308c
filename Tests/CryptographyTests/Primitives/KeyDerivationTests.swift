import Testing
import Vocabulary

@testable import Cryptography

/// A group of HKDF cases.
private struct HKDFGroup: Decodable {
  var tests: [Case]

  struct Case: Decodable {
    var tcId: Int
    var ikm, salt, info, okm: HexBytes
    var size: Int
    var result: Verdict
  }
}

@Suite struct KeyDerivationTests {
  @Test(.enabled(if: SharedVectors.areThere)) func hkdfAgreesWithWycheproof() throws {
    var ran = 0
    for vector in try Wycheproof<HKDFGroup>.load("hkdf_sha256").flatMap(\.tests) {
      ran += 1
      guard vector.result == .valid else {
        #expect(vector.size > HKDF.maxCount, "case \(vector.tcId)")
        continue
      }
      let output = HKDF.sha256(
        SecretBytes(copying: vector.ikm.bytes), salt: vector.salt.bytes, info: vector.info.bytes,
        count: vector.size)
      #expect(output.revealed() == vector.okm.bytes, "case \(vector.tcId)")
    }
    #expect(ran > 50)
  }

  /// The value is that of the reference implementation (argon2-cffi).
  @Test func argon2idAgreesWithTheReference() throws {
    let key = try Argon2id.key(
      passphrase: SecretBytes(copying: Array("correct horse".utf8)), salt: Array(0..<16),
      cost: Argon2Cost(memoryBytes: 1 << 20, passes: 2))
    #expect(
      Hex.encoded(key.revealed())
        == "77237b8a217dfd77699617e3893817f9fa215bff881849f3c007154da0b4788d")
  }

  @Test func argon2idStandardCostAgreesWithTheReference() throws {
    let key = try Argon2id.key(
      passphrase: SecretBytes(copying: Array("correct horse".utf8)), salt: Array(0..<16),
      cost: .standard)
    #expect(
      Hex.encoded(key.revealed())
        == "7f42af9c6b8ab7f7c1e3dac0cd834f6d72f7f9d55bf62685077a0d6a0d19108c")
  }

  @Test(arguments: [
    Argon2Cost(memoryBytes: 0, passes: 1), Argon2Cost(memoryBytes: 1 << 20, passes: 0),
    Argon2Cost(memoryBytes: -1, passes: -1), Argon2Cost(memoryBytes: .max, passes: 1),
  ])
  func impossibleCostsAreRefused(_ cost: Argon2Cost) {
    #expect(throws: Refusal("key-cost", "")) {
      try refusingCopy(cost: cost, salt: [UInt8](repeating: 0, count: 16))
    }
  }

  @Test func saltOfAnotherLengthIsRefused() {
    #expect(throws: Refusal("key-cost", "")) {
      try refusingCopy(cost: Argon2Cost(memoryBytes: 1 << 20, passes: 1), salt: [1, 2, 3])
    }
  }

  private func refusingCopy(cost: Argon2Cost, salt: [UInt8]) throws {
    _ = try Argon2id.key(passphrase: SecretBytes(count: 12), salt: salt, cost: cost)
  }
}
