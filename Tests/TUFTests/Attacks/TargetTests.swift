import Testing
import Vocabulary

@testable import TUF

/// What signed targets may say of a file.
@Suite struct TargetTests {
  private func refusal(_ bend: (TargetFile) -> TestLab.Bend) throws -> Refusal.Code? {
    let lab = try TestLab()
    let file = try TargetFile.some()
    var stick = lab.stick()
    stick.add(try lab.bent(1, targets: [file], targetsDocument: bend(file)))
    return #expect(throws: Refusal.self) { try Room.taken(stick, lab.trust(), lab) }?.code
  }

  @Test(arguments: [
    "../../escape.age", "/00112233445566778899aabbccddeeff.age",
    "00112233445566778899AABBCCDDEEFF.age", "00112233445566778899aabbccddeeff.AGE",
    "00112233445566778899aabbccddeeff", "00112233445566778899aabbccddeeff.age\u{301}",
    "00112233445566778899aabbccddee.age", "a/00112233445566778899aabbccddeeff.age", "", ".age",
    "００112233445566778899aabbccddeeff.age", "\u{202e}00112233445566778899aabbccddeeff.age",
  ])
  func otherNames(_ name: String) throws {
    let code = try refusal { file in
      { document in
        guard case .object(let members) = document,
          case .object(let targets)? = members.first(where: { $0.name == "targets" })?.value,
          let value = targets.first?.value
        else { return document }
        return document.setting("targets", to: .object([(name, value)]))
      }
    }
    #expect(code == .targetName)
  }

  @Test func customOfAnotherForm() throws {
    for custom in [
      nil, .null, .object([]), .object([("x-airlock", .object([]))]),
      .object([("x-airlock", .object([("manifest", .string("00"))]))]),
    ] as [CanonicalValue?] {
      #expect(
        try refusal { file in { $0.setting("targets", file.path, "custom", to: custom) } }
          == .custom)
    }
    for member in [["more"], ["x-airlock", "more"]] {
      let code = try refusal { file in
        {
          member.count == 1
            ? $0.setting("targets", file.path, "custom", "more", to: .null)
            : $0.setting("targets", file.path, "custom", "x-airlock", "more", to: .null)
        }
      }
      #expect(code == .custom)
    }
  }

  @Test func aLengthThatNoSealedFileHas() throws {
    let code = try refusal { file in
      { $0.setting("targets", file.path, "length", to: .integer(Limits.sealed + 1)) }
    }
    #expect(code == .tufLimit)
  }

  @Test func aTargetWithoutItsHash() throws {
    let code = try refusal { file in
      { $0.setting("targets", file.path, "hashes", to: .object([("md5", .string("00"))])) }
    }
    #expect(code == "json-member")
  }

  @Test func delegations() throws {
    #expect(try refusal { _ in { $0.setting("delegations", to: .object([])) } } == .tufForm)
  }
}
