import Cryptography
import Testing
import Vocabulary

@testable import TUF

/// Files that aren't what TUF asks for.
@Suite struct FormTests {
  @Test(arguments: [
    ("", "json-syntax"), ("{}", "json-member"), ("[]", "json-member"),
    (#"{"signed":{},"signatures":{}}"#, "json-member"),
    (#"{"signed":{"a":NaN},"signatures":[]}"#, "json-nan"),
    (#"{"signed":{"a":0.5},"signatures":[]}"#, "tuf-form"),
    (#"{"signed":{},"signed":{},"signatures":[]}"#, "json-duplicate"),
    (#"{"signed":{},"\u0073igned":{},"signatures":[]}"#, "json-duplicate"),
    (#"{"signed":{},"signatures":[]} x"#, "json-syntax"),
    ("\u{feff}{}", "json-encoding"),
  ])
  func rootFiles(_ text: String, _ code: String) {
    let refusal = #expect(throws: Refusal.self) { try RootDocument(trusting: Array(text.utf8)) }
    #expect(refusal?.code.rawValue == code)
  }

  @Test func nestedTooDeep() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    let text = #"{"signed":\#(deep),"signatures":[]}"#
    #expect(throws: Refusal("json-depth", "")) { try RootDocument(trusting: Array(text.utf8)) }
  }

  @Test func notUTF8() throws {
    let lab = try TestLab()
    var file = lab.rootFiles[0]
    file[try #require(file.firstIndex(of: UInt8(ascii: "k")))] = 0xC0
    #expect(throws: Refusal("json-encoding", "")) { try RootDocument(trusting: file) }
  }

  @Test func largerThanIsRead() throws {
    let lab = try TestLab()
    let padding = [UInt8](repeating: 0x20, count: Int(Limits.root))
    #expect(throws: Refusal(.tufLimit, "")) {
      try RootDocument(trusting: lab.rootFiles[0] + padding)
    }
  }

  @Test(arguments: ["2.0.0", "1", "1.", "01.0.31", "1.0.31-beta", "1.0.0.0", "", "1.0.x"])
  func anotherTUF(_ version: String) throws {
    let lab = try TestLab()
    let signed = try lab.draft.signed().setting("spec_version", to: .string(version))
    #expect(throws: Refusal(.tufForm, "")) {
      try RootDocument(trusting: TestLab.file(signed, lab.roots))
    }
  }

  @Test(arguments: ["1.0", "1.0.0", "1.9.123"])
  func anyTUFOfTheFirstGeneration(_ version: String) throws {
    let lab = try TestLab()
    let signed = try lab.draft.signed().setting("spec_version", to: .string(version))
    #expect(try RootDocument(trusting: TestLab.file(signed, lab.roots)).version == 1)
  }

  @Test func snapshotsThatAreNotConsistent() throws {
    let lab = try TestLab()
    for value in [nil, .bool(false)] as [CanonicalValue?] {
      let signed = try lab.draft.signed().setting("consistent_snapshot", to: value)
      #expect(throws: Refusal.self) {
        try RootDocument(trusting: TestLab.file(signed, lab.roots))
      }
    }
  }

  @Test func flippedBitsAreRefusedOrChangeNothing() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1, targets: [.some()]))
    stick.files["1.timestamp.json"] = nil
    let good = try Room.taken(stick, lab.trust(), lab)
    for name in ["timestamp.json", "1.snapshot.json", "1.targets.json"] {
      let whole = try #require(stick.files[name])
      for index in stride(from: 0, to: whole.count, by: 7) {
        var bent = stick
        bent.files[name]?[index] ^= 1 << (index % 8)
        do {
          let taken = try Room.taken(bent, lab.trust(), lab)
          // JSON white space or the case of an escape may change without changing what is signed.
          #expect(taken.targets == good.targets)
        } catch is Refusal {
        }
      }
    }
  }
}
