import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// Tasks that are taken back: who decides what nobody has seen is the room's signed log.
@Suite struct RecallTests {
  private let world: WalkWorld

  init() throws { world = try WalkWorld(WalkState.answered.get()) }

  private func recall() throws {
    _ = try world.lab.recall([], "Others will do these.", to: OrderAddress(project: "siskin"))
    try world.labSync(world.stick)
  }

  private func states() throws -> [String] {
    try world.lab.database.read {
      try $0.rows("SELECT state FROM recalls ORDER BY state").map { try $0.text(0) }
    }
  }

  /// The lab knows of no leaf yet, so it asks for all three; the log proves one.
  @Test func whatNobodySawComesBack() throws {
    try recall()
    #expect(try states() == ["asked", "asked", "asked"])
    let report = try world.roomSync(world.stick)
    #expect(world.taken(report) == ["recall"])
    #expect(report.channels.first?.orders.first?.consequences.count == 2)
    #expect(try world.roomFacts().tasks == 2)
    try world.desk { desk throws in
      #expect(try desk.nextOpen(after: 0) == nil)
      #expect(try desk.counts().total == 2)
    }
    let synced = try world.labSync(world.stick)
    #expect(synced.returned == 1 && synced.keptBack == 2)
    #expect(try states() == ["kept", "kept", "returned"])
    #expect(try world.answersInLab() == 2)
  }

  /// Between the lab's order and its coming somebody opens the task: it stays with them.
  @Test func whatWasShownMeanwhileStays() throws {
    try recall()
    let open = try world.desk { desk in
      let open = try #require(try desk.nextOpen(after: 0))
      return try #require(try desk.task(at: open)).task.position
    }
    try world.roomSync(world.stick)
    #expect(try world.roomFacts().tasks == 3)
    try world.desk { desk throws in
      #expect(try desk.task(at: open)?.state == .new)
      #expect(try desk.counts().open == 1, "who saw it may finish it")
    }
    let others = try world.channel { _, channel in
      try channel.store.read { try $0.counts(person: WalkWorld.nobody).total }
    }
    #expect(others == 0, "nobody else is given it")
    #expect(try world.labSync(world.stick).returned == 0)
    try world.answer(1)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 3)
  }

  /// No archive since the order: nothing is decided, however often the lab asks.
  @Test func nothingComesBackOnAnOlderArchive() throws {
    try world.roomSync(world.stick)
    let old = SimulatedDrive(files: world.stick.up.files)
    try recall()
    try world.labSync(old)
    #expect(try states() == ["asked", "asked", "asked"])
  }

  /// Another life of the log that says nothing of the bundle's coming proves nothing.
  @Test func aRestoreBetweenProvesNothing() throws {
    try recall()
    try world.roomSync(world.stick)
    try world.labSync(SimulatedDrive(files: world.stick.files))
    try world.lab.database.write { sql in
      try sql.run("UPDATE recalls SET state = 'asked'")
      // What the log would say of the bundle had it been lost with a disk.
      try sql.run(
        """
        UPDATE event_leaf SET line = CAST(replace(CAST(line AS TEXT), '"sequence":1,"man', '"sequence":9,"man') AS BLOB)
        WHERE json_extract(CAST(line AS TEXT), '$.event') = 'import'
        """)
      let outcome = try RecallSettlement(
        sql: sql, channel: world.keys.channel, now: 0
      ).run()
      #expect(outcome == .init(returned: 0, kept: 3))
    }
  }

  /// A room that keeps a task, says so to nobody, and answers it later.
  @Test func aResultForATaskThatCameBack() throws {
    let unseen = try #require(try world.unseen())
    let task = try #require(try world.channel { try $1.store.read { try $0.task(unseen) } })
    try recall()
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    try world.channel { _, channel in
      try channel.store.write { store in
        try store.insertTask(
          hash: task.hash, line: task.line[...], schema: task.schema,
          guidelines: task.guidelines, bundle: 1)
      }
    }
    try world.roomSync(world.stick)
    try world.desk { desk in
      try desk.store.write { try $0.insertShown(unseen, to: desk.author.person) }
      _ = try desk.submit(
        AnswerToSubmit(task: unseen, answers: Array(#"{"score":1}"#.utf8), scripted: true))
    }
    _ = try world.room { try $0.sync(world.stick, only: nil) }
    let report = try world.lab.sync(on: world.stick)
    #expect(report.refused.map(\.code) == ["act-task"])
    #expect(try world.answersInLab() == 2)
  }

  /// Made anew for another room: another id, the same words, and the mapping is still the record's.
  @Test func aTaskThatCameBackIsMadeAnew() throws {
    let schema = """
      {"airlock":"project/1","codename":"x","version":1,"fields":[
       {"name":"p","type":"text","from":"/p"},
       {"name":"r","type":"outputs","from":["/a","/b"],"blind":true}],
       "questions":[{"name":"q","type":"preference","of":"r"}]}
      """
    let mapper = RecordMapper(schema: try ProjectSchema(parsing: Array(schema.utf8), side: .lab))
    let line =
      #"{"id":"\#(String(repeating: "1", count: 32))","fields":{"p":"a\/\u0062","r":["#
      + #"{"key":"k1","text":"B"},{"key":"k2","text":"A"}]}}"#
    let again = try mapper.again(
      Array(line.utf8), outputs: ["r": ["k1": "/b", "k2": "/a"]], taskID: WalkWorld.nobody,
      shuffled: { _ in [1, 0] })
    #expect(
      String(decoding: again.line, as: UTF8.self)
        == #"{"id":"\#(String(repeating: "0", count: 32))","fields":{"p":"a\/\u0062","r":["#
        + #"{"key":"k1","text":"A"},{"key":"k2","text":"B"}]}}"#)
    #expect(again.outputs == ["r": ["k1": "/a", "k2": "/b"]])
  }
}
