import Testing
import Vocabulary

@testable import TUF

/// What a stick pulled out leaves is no alarm; what no accident makes is one.
@Suite struct TornTimestampTests {
  private func stick() throws -> (TestLab, MemoryMetadata) {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1))
    stick.add(try lab.release(2))
    return (lab, stick)
  }

  @Test(arguments: ["timestamp.json", "2.timestamp.json"])
  func tornOrMissingBesideAGoodOne(_ name: String) throws {
    var (lab, stick) = try stick()
    let whole = try #require(stick.files[name])
    let zeros = [UInt8](repeating: 0, count: whole.count)
    for torn in [nil, [], Array(whole.prefix(300)), zeros, Array(whole.dropLast())] {
      stick.files[name] = torn
      #expect(try Room.taken(stick, lab.trust(), lab).summary().timestamp == 2)
    }
  }

  @Test func onlyTornOnes() throws {
    var (lab, stick) = try stick()
    for name in stick.files.keys where name.hasSuffix("timestamp.json") {
      stick.files[name]?.removeLast()
    }
    #expect(throws: Refusal("json-syntax", "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func theVersionBeforeIsTakenWhereTheNewestIsTornTwice() throws {
    var (lab, stick) = try stick()
    stick.files["2.timestamp.json"] = []
    stick.files["timestamp.json"] = []
    #expect(try Room.taken(stick, lab.trust(), lab).summary().timestamp == 1)
  }

  @Test func timestampJSONAloneIsEnough() throws {
    var (lab, stick) = try stick()
    stick.files["1.timestamp.json"] = nil
    stick.files["2.timestamp.json"] = nil
    #expect(try Room.taken(stick, lab.trust(), lab).summary().timestamp == 2)
  }

  @Test func aWholeButUnsignedOneThatClaimsToBeNewer() throws {
    var (lab, stick) = try stick()
    stick.add(try lab.bent(3, signTimestamp: []))
    #expect(throws: Refusal(.tufSignature, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func aSignedOneThatSaysSomethingTwice() throws {
    var (lab, stick) = try stick()
    let text = String(decoding: try #require(stick.files["2.timestamp.json"]), as: UTF8.self)
    let twice = text.replacing(#""version":2"#, with: #""version":2,"version":2"#)
    stick.files["2.timestamp.json"] = Array(twice.utf8)
    #expect(throws: Refusal("json-duplicate", "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func aBindingOfTheWrongForm() throws {
    let lab = try TestLab()
    let bends: [TestLab.Bend] = [
      { $0.setting("x-airlock", to: nil) }, { $0.setting("x-airlock", "issued", to: .null) },
      { $0.setting("x-airlock", "echo", to: nil) },
      { $0.setting("x-airlock", "echo", to: .string("00")) },
      { $0.setting("x-airlock", "channel", to: .null) },
    ]
    for bend in bends {
      var stick = lab.stick()
      stick.add(try lab.bent(1, timestampDocument: bend))
      #expect(throws: Refusal(.binding, "")) { try Room.taken(stick, lab.trust(), lab) }
    }
  }
}
