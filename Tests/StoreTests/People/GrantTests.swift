import Cryptography
import Testing
import Vocabulary

@testable import Store

@Suite("Grant")
struct GrantTests {
  let folder: TemporaryFolder
  let path: String
  let custodian = SigningKey.generate()
  let project = ID(unchecked: [UInt8](repeating: 1, count: 16))
  let person = ID(unchecked: [UInt8](repeating: 2, count: 16))

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("ann.dsse")
  }

  private func keys(_ byte: UInt8 = 5) -> PersonKeys {
    PersonKeys(secret: Fixtures.key(byte), custodian: custodian.verifyingKey)
  }

  private func grant() -> Grant {
    Grant(
      project: project, person: person, granted: Fixtures.key(3), roomKey: Fixtures.key(4))
  }

  @Test("who was granted a project gets what opens its store")
  func opens() throws {
    try Fixtures.put(
      try grant().sealed(to: keys().seal.recipient, by: custodian), path)
    let opened = try Grant.open(path, project: project, by: keys())
    #expect(opened.person == person)
    #expect(opened.roomKey.revealed() == Fixtures.key(4).revealed())
    try EraseFile.create(folder.file("erase"))
    #expect(
      try opened.storeKey(erase: folder.file("erase")).revealed()
        == EraseFile.storeKey(granted: Fixtures.key(3), erase: folder.file("erase")).revealed())
  }

  @Test("a grant put there by somebody with mere access to the disk is refused")
  func refusesForgedGrant() throws {
    // The recipient is no secret: anybody can seal a store key of theirs to it.
    try Fixtures.put(
      try grant().sealed(to: keys().seal.recipient, by: SigningKey.generate()), path)
    #expect(throws: Refusal(.dsseSignature, "")) {
      try Grant.open(path, project: project, by: keys())
    }
  }

  @Test("a grant for somebody else stays closed")
  func refusesOthers() throws {
    try Fixtures.put(
      try grant().sealed(to: keys().seal.recipient, by: custodian), path)
    #expect(throws: Refusal("age-no-match", "")) {
      try Grant.open(path, project: project, by: keys(6))
    }
  }

  @Test("a grant moved to another project's folder is refused")
  func refusesMovedGrant() throws {
    try Fixtures.put(
      try grant().sealed(to: keys().seal.recipient, by: custodian), path)
    let other = ID(unchecked: [UInt8](repeating: 9, count: 16))
    #expect(throws: Refusal("grant-project", "")) {
      try Grant.open(path, project: other, by: keys())
    }
  }

  @Test("no grant is not permitted; a file that is none is refused")
  func refusesMissingAndBroken() throws {
    #expect(throws: Failure.self) { try Grant.open(path, project: project, by: keys()) }
    let file = try grant().sealed(to: keys().seal.recipient, by: custodian)
    for broken in [[], Array(file.dropLast()), file + [0x7d], Array("null".utf8)] {
      try Fixtures.put(broken, path)
      #expect(throws: Refusal(.dsseForm, "")) {
        try Grant.open(path, project: project, by: keys())
      }
    }
  }

  @Test("the lab's slot, which names no custodian, opens no grant")
  func needsCustodian() throws {
    try Fixtures.put(
      try grant().sealed(to: keys().seal.recipient, by: custodian), path)
    let keys = PersonKeys(secret: Fixtures.key(5), custodian: nil)
    #expect(throws: Refusal("grant-form", "")) {
      try Grant.open(path, project: project, by: keys)
    }
  }
}
