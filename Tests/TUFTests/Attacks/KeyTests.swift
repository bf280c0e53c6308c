import Cryptography
import Testing
import Vocabulary

@testable import TUF

/// Who signed, and how often one key counts.
@Suite struct KeyTests {
  @Test(arguments: [Role.targets, .snapshot, .timestamp])
  func signedByAStranger(_ role: Role) throws {
    let lab = try TestLab()
    var other = lab
    switch role {
    case .targets: other.targets = [.generate()]
    case .snapshot: other.snapshot = [.generate()]
    default: other.timestamp = [.generate()]
    }
    var stick = lab.stick()
    stick.add(try other.bent(1))
    #expect(throws: Refusal(.tufSignature, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func twoSignaturesUnderOneNameAreRefused() throws {
    let lab = try TestLab(threshold: 2)
    let signed = try lab.draft.signed().setting("version", to: .integer(2))
    var stick = lab.stick()
    stick.files["2.root.json"] = TestLab.file(signed, [lab.roots[0], lab.roots[0]])
    stick.add(try lab.release(1))
    #expect(throws: Refusal(.tufSignature, "")) { try Room.taken(stick, lab.trust(), lab) }
    // Not even where enough others signed (TUF 1.0, section 4.2.1).
    stick.files["2.root.json"] = TestLab.file(signed, lab.roots + lab.roots)
    #expect(throws: Refusal(.tufSignature, "")) { try Room.taken(stick, lab.trust(), lab) }
    stick.files["2.root.json"] = TestLab.file(signed, lab.roots)
    #expect(try Room.taken(stick, lab.trust(), lab).summary().root.version == 2)
  }

  @Test func oneKeyThatIsListedTwiceCountsOnce() throws {
    let lab = try TestLab()
    let name = CanonicalValue.string(lab.roots[0].verifyingKey.keyID.hex)
    let signed = try lab.draft.signed().setting(
      "roles", "root", to: .object([("keyids", .array([name, name])), ("threshold", .integer(2))]))
    #expect(throws: Refusal(.tufSignature, "")) {
      try RootDocument(trusting: TestLab.file(signed, [lab.roots[0], lab.roots[0]]))
    }
  }

  @Test func rootWithoutTheOldThreshold() throws {
    let lab = try TestLab()
    let thief = SigningKey.generate()
    var draft = lab.draft
    draft.version = 2
    draft.root = .init([thief.verifyingKey])
    var stick = lab.stick()
    stick.files["2.root.json"] = try RepositoryWriter.makeRoot(draft, signedBy: [thief])
    stick.add(try lab.release(1))
    #expect(throws: Refusal(.tufSignature, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func rootWithoutItsOwnThreshold() throws {
    let lab = try TestLab()
    var draft = lab.draft
    draft.version = 2
    draft.root = .init([SigningKey.generate().verifyingKey])
    var stick = lab.stick()
    stick.files["2.root.json"] = try RepositoryWriter.makeRoot(draft, signedBy: lab.roots)
    stick.add(try lab.release(1))
    #expect(throws: Refusal(.tufSignature, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func keyThatIsNotWhatItsNameSays() throws {
    let lab = try TestLab()
    let thief = SigningKey.generate().verifyingKey
    let signed = try lab.draft.signed().setting(
      "keys", lab.timestamp[0].verifyingKey.keyID.hex, "keyval", "public", to: .string(thief.hex))
    #expect(throws: Refusal(.tufKey, "")) {
      try RootDocument(trusting: TestLab.file(signed, lab.roots))
    }
  }

  @Test func keyInTwoRoles() throws {
    let lab = try TestLab()
    let keys = CanonicalValue.array([.string(lab.timestamp[0].verifyingKey.keyID.hex)])
    let signed = try lab.draft.signed().setting("roles", "snapshot", "keyids", to: keys)
    #expect(throws: Refusal(.tufKey, "")) {
      try RootDocument(trusting: TestLab.file(signed, lab.roots))
    }
  }

  @Test func keyOfAnotherKind() throws {
    let lab = try TestLab()
    let name = lab.timestamp[0].verifyingKey.keyID.hex
    let signed = try lab.draft.signed().setting("keys", name, "scheme", to: .string("rsa"))
    #expect(throws: Refusal(.tufKey, "")) {
      try RootDocument(trusting: TestLab.file(signed, lab.roots))
    }
  }

  @Test func thresholdOfZero() throws {
    let lab = try TestLab()
    let signed = try lab.draft.signed().setting("roles", "timestamp", "threshold", to: .integer(0))
    #expect(throws: Refusal("json-integer", "")) {
      try RootDocument(trusting: TestLab.file(signed, lab.roots))
    }
  }

  @Test func aThousandSignaturesAreNotChecked() throws {
    let lab = try TestLab()
    let keys = [SigningKey](repeating: lab.roots[0], count: 65)
    #expect(throws: Refusal(.tufLimit, "")) {
      try RootDocument(trusting: TestLab.file(try lab.draft.signed(), keys))
    }
  }
}
