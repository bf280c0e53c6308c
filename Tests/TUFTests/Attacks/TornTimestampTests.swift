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
    let beginnings = stride(from: 1, to: whole.count, by: 11).map { Array(whole.prefix($0)) }
    let padded = whole.prefix(200) + zeros.dropFirst(200)
    for torn in [nil, [], zeros, Array(padded)] + beginnings {
      stick.files[name] = torn
      #expect(try Room.taken(stick, lab.trust(), lab).summary().timestamp == 2)
    }
  }

  @Test func aChangedByteIsNotTorn() throws {
    var (lab, stick) = try stick()
    let name = "2.timestamp.json"
    let place = try #require(stick.files[name]?.lastIndex(of: UInt8(ascii: ":")))
    stick.files[name]?[place] = UInt8(ascii: ";")
    #expect(throws: Refusal("json-syntax", "")) { try Room.taken(stick, lab.trust(), lab) }
    stick.files[name]?[place] = 0xC5
    #expect(throws: Refusal.self) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func theLastRootTornIsAsGoodAsNotThere() throws {
    var (lab, stick) = try stick()
    try lab.rotate { _ in }
    let whole = lab.rootFiles[1]
    for count in stride(from: 0, to: whole.count, by: 97) {
      stick.files["2.root.json"] = Array(whole.prefix(count))
      #expect(try Room.taken(stick, lab.trust(), lab).summary().root.version == 1)
    }
    stick.files["3.root.json"] = whole
    #expect(throws: Refusal("json-syntax", "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func aRootWithAChangedByteIsNotTorn() throws {
    var lab = try TestLab(threshold: 2)
    var stick = lab.stick()
    stick.add(try lab.release(1))
    try lab.rotate { _ in }
    for index in stride(from: 0, to: lab.rootFiles[1].count, by: 41) {
      var bent = lab.rootFiles[1]
      guard !Array("{}[]".utf8).contains(bent[index]) else { continue }
      bent[index] ^= 0x04
      stick.files["2.root.json"] = bent
      #expect(throws: Refusal.self) { try Room.taken(stick, lab.trust(), lab) }
    }
  }

  @Test func onlyTornOnes() throws {
    var (lab, stick) = try stick()
    for name in stick.files.keys where name.hasSuffix("timestamp.json") {
      stick.files[name]?.removeLast()
    }
    #expect(throws: Refusal(.tufUnfinished, "")) { try Room.taken(stick, lab.trust(), lab) }
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
