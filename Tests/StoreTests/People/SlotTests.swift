import Cryptography
import Testing
import Vocabulary

@testable import Store

@Suite("Slot")
struct SlotTests {
  /// Cheap: what is tested is not the cost.
  static let cost = Argon2Cost(memoryBytes: 8 << 10, passes: 1)
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func passphrase(_ text: String) -> SecretBytes {
    SecretBytes(copying: Array(text.utf8))
  }

  private func person(_ name: String = "ann") throws -> (path: String, keys: PersonKeys) {
    let custodian = SigningKey.generate().verifyingKey
    let fresh = try Slot.fresh(
      for: .person(custodian: custodian), passphrase: passphrase("correct horse"), cost: Self.cost)
    let path = folder.file("\(name).slot")
    try PrivateFile.write(fresh.file, to: path, replace: false)
    return (path, fresh.keys)
  }

  @Test("the passphrase opens it, and gives the same keys again")
  func opens() throws {
    let (path, keys) = try person()
    let again = try Slot.open(path, passphrase: passphrase("correct horse"), cost: Self.cost)
    let project = ID(unchecked: [UInt8](repeating: 3, count: 16))
    let other = ID(unchecked: [UInt8](repeating: 4, count: 16))
    #expect(again.custodian == keys.custodian)
    #expect(again.seal.recipient == keys.seal.recipient)
    #expect(
      again.actKey(project: project).verifyingKey == keys.actKey(project: project).verifyingKey)
    #expect(
      again.actKey(project: project).verifyingKey != keys.actKey(project: other).verifyingKey)
  }

  @Test("a wrong passphrase and an unknown name are not permitted, in the same words")
  func refusesWrongPassphrase() throws {
    let (path, _) = try person()
    for place in [path, folder.file("nobody.slot")] {
      #expect(throws: Failure(.notPermitted, "wrong name or passphrase")) {
        try Slot.open(place, passphrase: passphrase("correct house"), cost: Self.cost)
      }
    }
  }

  @Test("every changed bit of the file is refused")
  func refusesChangedBits() throws {
    let (path, _) = try person()
    let bytes = try PrivateFile.read(path, limit: 4096)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      try Fixtures.put(changed, path)
      #expect(throws: (any Error).self, "byte \(index)") {
        try Slot.open(path, passphrase: passphrase("correct horse"), cost: Self.cost)
      }
    }
  }

  @Test("a slot that states another cost is refused before any work")
  func refusesOtherCosts() throws {
    let (path, _) = try person()
    #expect(throws: Refusal("slot-cost", "")) {
      try Slot.open(path, passphrase: passphrase("correct horse"))
    }
  }

  @Test("another custodian's key can't be put into a slot")
  func refusesSwappedCustodian() throws {
    let (path, keys) = try person()
    let text = String(decoding: try PrivateFile.read(path, limit: 4096), as: UTF8.self)
    let mine = try #require(keys.custodian?.hex)
    let swapped = text.replacing(mine, with: SigningKey.generate().verifyingKey.hex)
    #expect(swapped != text)
    try Fixtures.put(Array(swapped.utf8), path)
    #expect(throws: Failure(.notPermitted, "wrong name or passphrase")) {
      try Slot.open(path, passphrase: passphrase("correct horse"), cost: Self.cost)
    }
  }

  @Test("the custodian's slot holds their own grant key, the lab's none")
  func namesItsCustodian() throws {
    let words = passphrase("correct horse")
    let custodian = try Slot.fresh(for: .custodian, passphrase: words, cost: Self.cost)
    #expect(custodian.keys.custodian == custodian.keys.grantKey.verifyingKey)
    let lab = try Slot.fresh(for: .lab, passphrase: words, cost: Self.cost)
    #expect(lab.keys.custodian == nil)
    let path = folder.file("lab.slot")
    try PrivateFile.write(lab.file, to: path, replace: false)
    let opened = try Slot.open(path, passphrase: words, cost: Self.cost)
    #expect(opened.labStoreKey().revealed() == lab.keys.labStoreKey().revealed())
  }

  @Test("a slot under a new passphrase holds the same secret")
  func reseals() throws {
    let (path, keys) = try person()
    let custodian = try #require(keys.custodian)
    let fresh = try Slot.reseal(
      keys, for: .person(custodian: custodian), passphrase: passphrase("battery staple"),
      cost: Self.cost)
    try Fixtures.put(fresh.file, path)
    let opened = try Slot.open(path, passphrase: passphrase("battery staple"), cost: Self.cost)
    #expect(opened.seal.recipient == keys.seal.recipient)
  }

  @Test("the derivations are the ones that design.md names")
  func derivesAsDesigned() throws {
    let keys = PersonKeys(secret: Fixtures.key(1), custodian: nil)
    let project = ID(unchecked: [UInt8](repeating: 2, count: 16))
    // Computed with Python's hmac from RFC 5869.
    #expect(
      keys.custodianStoreKey().revealed()
        == Hex.decoded("3573e90bb781942fda3ee31bd2f9e36c94365aa0627995494496679a6169859a"))
    #expect(
      keys.labStoreKey().revealed()
        == Hex.decoded("da4dfd3b0269b6e1a9395847b79bc2cc82132919eb64d92379029ffea27e4e8e"))
    #expect(
      keys.actKey(project: project).seed().revealed()
        == Hex.decoded("b1aa7d4130ce573c614798a28fd95a6162996db8188e1d62b63c681a75fd8337"))
    #expect(
      keys.grantKey.seed().revealed()
        == Hex.decoded("b856f2cc0d03b0ffb26faf0acd6ff6901db35a0c717537fc2430a6b5c3114819"))
    #expect(
      keys.seal.secretText().revealed()
        == AgeIdentity(
          secret: SecretBytes(
            copying: Hex.decoded("e63fcfbfd10e1908211ac7f5a01634dfc8a775967d56c2d2792239908783af60")
              ?? [])
        )
        .secretText().revealed())
  }
}
