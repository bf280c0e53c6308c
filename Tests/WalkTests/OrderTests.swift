import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// Messages, answers and guidelines on their way to people; orders that are refused.
@Suite struct OrderTests {
  private let world: WalkWorld
  private let forger: ForgedRelease
  private let drive = SimulatedDrive()

  init() throws {
    world = try WalkWorld(WalkState.answered.get())
    forger = try ForgedRelease(world)
  }

  private func notices() throws -> [StoredNotice] {
    try world.desk { desk in try desk.store.read { try $0.notices(for: desk.author.person) } }
  }

  @Test func aReplyReachesWhoAsked() throws {
    let asked = try world.desk { try $0.ask(nil, text: "Does tone count?") }
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    let question = try #require(try world.lab.questions("siskin").first)
    #expect(question.act == asked && question.text == "Does tone count?" && question.replies == [])
    _ = try world.lab.reply(String(asked.hex.prefix(10)), "It does.")
    #expect(try world.lab.questions("siskin").first?.replies == ["It does."])
    _ = try world.lab.message("Well done.", to: OrderAddress(project: "siskin"))
    try world.labSync(world.stick)
    #expect(world.taken(try world.roomSync(world.stick)) == ["reply", "message"])
    let notices = try notices()
    #expect(notices.map(\.text) == ["Well done.", "It does."])
    #expect(notices.last?.act == asked)
    // Somebody else in the room sees the message alone.
    let others = try world.channel { _, channel in
      try channel.store.read { try $0.notices(for: WalkWorld.nobody) }
    }
    #expect(others.map(\.text) == ["Well done."])
  }

  @Test func aReplyToAQuestionNobodyAsked() throws {
    #expect(throws: Failure.self) { _ = try world.lab.reply("0123456789ab", "Yes.") }
  }

  @Test func newGuidelinesArePinnedByLaterActs() throws {
    let text = "# Siskin\n\nTone counts now.\n"
    let file = try world.folder.write("new.md", text.utf8)
    _ = try world.lab.updateGuidelines(file, "Tone", to: OrderAddress(project: "siskin"))
    try world.labSync(world.stick)
    #expect(world.taken(try world.roomSync(world.stick)) == ["guidelines"])
    let bodies = try world.desk { desk throws in
      #expect(try desk.guidelineNews()?.text == Array(text.utf8))
      _ = try desk.ask(nil, text: "Which tone?")
      return try desk.store.read { store in
        var acts: [Act] = []
        try store.eachAct(from: 0, to: store.log.size()) { acts.append(try Act(parsing: $0)) }
        return acts
      }
    }
    let new = SHA256.hash(Array(text.utf8))
    #expect(bodies.map { $0.guidelines == new } == [false, false, true])
    try world.roomSync(world.stick)
    #expect(try world.labSync(world.stick).taken.map(\.acts) == [3])
    // The same ones again are no order.
    #expect(throws: Failure.self) {
      _ = try world.lab.updateGuidelines(file, "Tone", to: OrderAddress(project: "siskin"))
    }
  }

  struct BadOrder: Sendable, CustomStringConvertible {
    let body: String
    let code: String
    var description: String { body }
  }

  static let unknownTask = String(repeating: "ab", count: 32)
  static let bad = [
    BadOrder(body: #"{"airlock":"order/1","order":"freeze"}"#, code: "json-member"),
    BadOrder(
      body: #"{"airlock":"order/1","order":"freeze","text":"","until":1}"#, code: "json-member"),
    BadOrder(
      body: #"{"airlock":"order/1","order":"thaw","text":7}"#, code: "json-member"),
    BadOrder(
      body: #"{"airlock":"order/1","order":"none","text":"why"}"#, code: "json-member"),
    BadOrder(
      body: #"{"airlock":"order/1","order":"message","text":"a","text":"b"}"#,
      code: "json-duplicate"),
    BadOrder(
      body: #"{"airlock":"order/1","order":"reply","act":"\#(unknownTask)","text":"a"}"#,
      code: "reply-act"),
    BadOrder(
      body: #"{"airlock":"order/1","order":"recall","tasks":["\#(unknownTask)"],"text":"a"}"#,
      code: "recall-task"),
    BadOrder(
      body: #"{"airlock":"order/1","order":"recall","tasks":["12"],"text":"a"}"#,
      code: "json-member"),
    BadOrder(
      body: #"{"airlock":"order/1","order":"guidelines","text":"a"}"#, code: "entry-missing"),
  ]

  /// Each is refused with one alarm, and what follows it waits.
  @Test(arguments: bad) func anOrderWithAWrongMember(order: BadOrder) throws {
    let refused = forger.order(2, previous: forger.previous, body: Array(order.body.utf8))
    let next = forger.order(3, previous: refused.hash, order: .message(text: "hello"))
    try forger.put([refused, next], on: drive)
    let before = try world.roomFacts()
    let report = try world.room { try $0.sync(drive, only: nil) }
    #expect(report.channels.flatMap(\.alarms).map(\.code.rawValue) == [order.code])
    #expect(report.channels.first?.imported == [])
    let after = try world.roomFacts()
    #expect(after.tasks == before.tasks && after.acts == before.acts)
    #expect(after.bundles == before.bundles && after.alarms == 1)
    #expect(try notices() == [])
  }

  /// The order's transaction is whole or not there, and the anchor is filled in.
  @Test(arguments: [
    Order.freeze(text: "a"), .thaw(text: "a"), .message(text: "a"), .wipe(text: "a"),
    .recall(tasks: [], text: "a"), .none,
  ])
  func aPowerCutBetweenAnOrderAndItsAnchor(order: Order) throws {
    let project = world.keys.project
    let anchor = try #require(try world.room { try $0.store.project(project) })
    try world.order(order)
    try world.room { _ = try $0.sync(world.stick, only: nil, direction: .takeIn) }
    try world.room {
      try $0.store.anchor(
        project, epoch: try #require(anchor.epoch), size: anchor.size,
        root: try #require(anchor.root))
    }
    let report = try world.roomSync(world.stick)
    #expect(report.channels.first?.imported == [], "it was taken in whole")
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 2)
    #expect(try world.roomFacts().alarms == 0)
  }

  /// A stick that goes in the middle of it: the next one brings the order, once.
  @Test(arguments: 1..<8) func aStickPulledWhileAnOrderComes(step: Int) throws {
    try world.order(.freeze(text: "a"))
    world.stick.arm(.pulled(step: step, tear: .torn))
    _ = try? world.room { try $0.sync(world.stick, only: nil) }
    world.stick.plugIn()
    try world.roomSync(world.stick)
    let frozen = try world.channel { try $1.store.read { try $0.integer(.frozen) } }
    #expect(frozen == 2)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 2)
  }
}
