import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@Suite("Acts and leaves")
struct ActTests {
  static func digest(_ byte: UInt8) -> Digest {
    Digest(unchecked: [UInt8](repeating: byte, count: 32))
  }

  static let log = LogName(channel: Samples.id, epoch: EpochID(unchecked: Array(0..<8)))

  static func act(
    _ content: ActContent, n: Int64 = 1, previous: Digest = .zero, person: ID = Samples.id,
    task: Digest? = digest(9), log: LogName = log, scripted: Bool = false,
    origin: [Act.Origin]? = nil
  ) -> Act {
    Act(
      log: log, person: person, n: n, previous: previous, salt: Samples.id, task: task,
      schema: digest(1), guidelines: digest(2), at: 5, activeMs: 6, scripted: scripted,
      origin: origin, content: content)
  }

  private static let contents: [ActContent] = [
    .answer(Array(#"{"a":"\ud83d", "b" : 1.0}"#.utf8)),
    .revise(replaces: digest(3), answers: Array("{}".utf8)), .withdraw(replaces: digest(3)),
    .skip("can't\n\u{1b}[31m"), .flag(""), .ask("é"), .read(notice: nil), .read(notice: digest(4)),
    .key(digest(5).hex),
  ]

  @Test("Every kind survives being written and read", arguments: contents)
  func survives(_ content: ActContent) throws {
    let hasOrigin = content.kind == .answer || content.kind == .revise
    let act = Self.act(
      content, origin: hasOrigin ? [Act.Origin(question: "why", typed: 3, pasted: 0)] : nil)
    let body = act.encoded()
    let read = try Act(parsing: body)
    #expect(read == act)
    #expect(read.encoded() == body)
  }

  @Test("Members in another order and white space are read, too")
  func readsOtherLayout() throws {
    let body = Samples.text(Self.act(.ask("x")).encoded())
    let loose = body.replacing(",", with: " ,\n ").replacing("{", with: "{ ")
    #expect(try Act(parsing: Array(loose.utf8)) == Self.act(.ask("x")))
  }

  @Test(
    "A body that hasn't the members of its kind",
    arguments: [
      ("\"airlock\":\"act/1\"", "\"airlock\":\"act/2\""),
      ("\"kind\":\"skip\"", "\"kind\":\"jump\""),
      ("\"kind\":\"skip\"", "\"kind\":\"answer\""), ("\"text\":\"x\"", "\"text\":7"),
      ("\"text\":\"x\"", "\"text\":\"\\ud83d\""), ("\"text\":\"x\"", "\"text\":\"x\",\"more\":1"),
      ("\"text\":\"x\"", "\"text\":\"x\",\"origin\":{}"), ("\"scripted\":false", "\"scripted\":0"),
      ("\"task\":", "\"tusk\":"), ("/", "-"),
    ])
  func refusesForm(_ part: String, _ other: String) throws {
    let body = Samples.text(Self.act(.skip("x")).encoded())
    #expect(body.contains(part))
    let changed = Array(body.replacing(part, with: other).utf8)
    #expect(throws: Refusal(.actForm, "")) { try Act(parsing: changed) }
  }

  @Test("Integers of an act are integers", arguments: ["0", "1.0", "9007199254740993", "-1"])
  func refusesIntegers(_ n: String) {
    let body = Samples.text(Self.act(.skip("x")).encoded())
    let changed = Array(body.replacing("\"n\":1", with: "\"n\":\(n)").utf8)
    #expect(throws: Refusal(.jsonInteger, "")) { try Act(parsing: changed) }
  }

  @Test("A scripted act has no origin")
  func scriptedOrigin() {
    let act = Self.act(.answer(Array("{}".utf8)), scripted: true, origin: [])
    #expect(throws: Refusal(.actForm, "")) { try Act(parsing: act.encoded()) }
  }

  private static let events: [LeafEvent] = [
    .act(person: Samples.id, act: digest(1), signature: [UInt8](repeating: 7, count: 64)),
    .person(person: Samples.id, key: digest(2).hex, why: .recovered),
    .import(
      sequence: 1, manifest: digest(3), root: 2, timestamp: 3, targets: 3, metadata: digest(4)),
    .opened(person: Samples.id), .closed(person: Samples.id),
    .shown(person: Samples.id, task: digest(5)), .export(sequence: 1, from: 0, to: 3),
    .network(isUp: true), .network(isUp: false), .software(version: "1.0", sha256: digest(6)),
    .alarm(code: "tuf-signature", hash: nil), .alarm(code: "path", hash: digest(7)),
    .restored(epoch: EpochID(unchecked: Array(0..<8)), size: 4, root: digest(8)),
    .clock(from: 1, to: 2),
  ]

  @Test("Every event survives being written and read", arguments: events)
  func leafSurvives(_ event: LeafEvent) throws {
    for since in [nil, Int64(3)] {
      let leaf = Leaf(at: 9, since: since, event: event)
      #expect(try Leaf(parsing: leaf.encoded()) == leaf)
    }
  }

  @Test("Members and events that this version doesn't know are kept")
  func keepsUnknown() throws {
    let line = #"{"v":1,"at":1,"event":"clock","from":1,"to":2,"drift":{"a":[ 1.0 ]}}"#
    let leaf = try Leaf(parsing: Array(line.utf8))
    #expect(leaf.unknown.map { Samples.text($0.name) } == ["\"drift\""])
    #expect(Samples.text(leaf.encoded()) == line)
    let other = #"{"v":1,"at":1,"event":"battery","level":3}"#
    #expect(try Leaf(parsing: Array(other.utf8)).event == .other("battery"))
    #expect(Samples.text(try Leaf(parsing: Array(other.utf8)).encoded()) == other)
  }

  @Test(
    "A leaf that hasn't its form",
    arguments: [
      #"{"at":1,"v":1,"event":"clock","from":1,"to":2}"#,
      #"{"v":2,"at":1,"event":"clock","from":1,"to":2}"#,
      #"{"v":1,"at":1,"event":"clock","from":1}"#,
      #"{"v":1,"at":1,"event":"network","code":"x","hash":null}"#,
      #"{"v":1,"at":1,"event":"act","person":"00","act":"00","sig":"00"}"#, "[]", "{}",
    ])
  func refusesLeaf(_ line: String) {
    #expect(throws: Refusal(.leafForm, "")) { try Leaf(parsing: Array(line.utf8)) }
  }

  @Test("A leaf beyond 64 KiB")
  func refusesLongLeaf() {
    let leaf = Leaf(at: 1, event: .alarm(code: String(repeating: "a", count: 65_536), hash: nil))
    #expect(throws: Refusal(.leafForm, "")) { try Leaf(parsing: leaf.encoded()) }
  }
}
