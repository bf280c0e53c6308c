import AnnotationModel
import BundleFormat
import Cryptography
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// What belongs to who works: hours, their own answers, what they have read, receipts; and that the
/// lab sees the same.
@Suite struct OwnWorkTests {
  private static func answer(_ why: String = "as it should be") -> [UInt8] {
    Array(#"{"score":4,"why":"\#(why)"}"#.utf8)
  }

  /// A room that has taken three tasks in.
  private func world() throws -> WalkWorld {
    let world = try WalkWorld(WalkState.packed.get())
    try world.roomSync(world.stick)
    return world
  }

  private func hash(_ desk: Desk, at position: Int64) throws -> Digest {
    try #require(try desk.task(at: position)).task.hash
  }

  @Test func hoursAreExactlyWhatActsAndOpenTasksClaim() throws {
    try world().desk { desk in
      let (first, second) = (try hash(desk, at: 1), try hash(desk, at: 2))
      try desk.bookTime(first, total: 61_000)
      _ = try desk.saveDraft(first, number: 1, body: Array("{}".utf8), activeMs: 70_000)
      // An older count than the one booked takes nothing back.
      try desk.bookTime(first, total: 5_000)
      _ = try desk.submit(AnswerToSubmit(task: first, answers: Self.answer(), activeMs: 90_000))
      try desk.bookTime(second, total: 400_000)
      let sheet = try desk.hours(since: 0)
      #expect(sheet.cells.reduce(0) { $0 + $1.ms } == 490_000)
      #expect(sheet.acts == [.answer: 1])
      #expect(try #require(try desk.task(at: 2)).activeMs == 400_000)
      #expect(try desk.sinceBreak() == 490_000)
    }
  }

  @Test func aFrozenProjectKeepsHoursAndCounts() throws {
    let world = try world()
    let task = try world.desk { try hash($0, at: 1) }
    try world.channel { _, channel in
      try channel.store.write { try $0.set(.frozen, 1) }
    }
    try world.desk { desk in
      try desk.bookTime(task, total: 30_000)
      _ = try desk.submit(AnswerToSubmit(task: task, answers: Self.answer(), activeMs: 31_000))
      #expect(try desk.hours(since: 0).cells.reduce(0) { $0 + $1.ms } == 31_000)
      #expect(try desk.sittings().first?.kinds == [.answer: 1])
      #expect(try #require(try desk.glance()).pause != nil)
    }
  }

  @Test func ownWorkIsFoundByMarkAndByWordsOfOnesOwn() throws {
    try world().desk { desk in
      let tasks = try (1...3).map { try hash(desk, at: $0) }
      let first = try desk.submit(
        AnswerToSubmit(task: tasks[0], answers: Self.answer("A Kestrel, plainly")))
      _ = try desk.submit(AnswerToSubmit(task: tasks[0], answers: Self.answer("A kestrel")))
      #expect(first != .zero)
      _ = try desk.skip(tasks[1], text: "No bird in it", activeMs: 1)
      _ = try desk.ask(tasks[1], text: "Which bird?")
      _ = try desk.saveDraft(
        tasks[2], number: 1, body: Array(#"{"answers":{"why":"half a KESTREL"}}"#.utf8))
      var filter = OwnWorkFilter()
      let all = try desk.ownWork(filter)
      #expect(all.rows.map(\.marks) == [[.revised], [.skipped, .asked], [.draft]])
      #expect(all.counts == [.revised: 1, .skipped: 1, .asked: 1, .draft: 1])
      filter.search = "kestrel"
      #expect(try desk.ownWork(filter).rows.map(\.task.position) == [1, 3])
      filter.marks = [.draft]
      #expect(try desk.ownWork(filter).rows.map(\.task.position) == [3])
      (filter.marks, filter.search) = ([], "which BIRD")
      #expect(try desk.ownWork(filter).rows.map(\.task.position) == [2])
      // Words of the task are not the person's.
      filter.search = "p1"
      #expect(try desk.ownWork(filter).rows.isEmpty)
      (filter.search, filter.limit) = ("", 2)
      #expect(try desk.ownWork(filter).hasMore)
      (filter.after, filter.limit) = (2, 2)
      let rest = try desk.ownWork(filter)
      #expect(rest.rows.count == 1 && !rest.hasMore)
    }
  }

  @Test func aSkipTakenBackIsAnsweredAndTheLabCountsTheAnswer() throws {
    let world = try world()
    try world.desk { desk in
      let task = try hash(desk, at: 1)
      _ = try desk.skip(task, text: "no", activeMs: 1)
      #expect(try desk.nextOpen(after: 0) == 2)
      _ = try desk.withdraw(task)
      #expect(try desk.nextOpen(after: 0) == 1)
      #expect(throws: Failure.self) { _ = try desk.withdraw(task) }
      _ = try desk.submit(AnswerToSubmit(task: task, answers: Self.answer()))
    }
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 1)
  }

  @Test func theLabFindsASittingByItsCode() throws {
    let world = try world()
    let (code, acts) = try world.desk { desk in
      _ = try desk.submit(AnswerToSubmit(task: hash(desk, at: 1), answers: Self.answer()))
      _ = try desk.flag(hash(desk, at: 2), text: "odd")
      let receipt = try #require(try desk.sittings().first)
      #expect(receipt.kinds == [.answer: 1, .flag: 1])
      return (receipt.code, receipt.sitting.acts)
    }
    #expect(try world.lab.sittings(with: code).isEmpty)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    let found = try #require(try world.lab.sittings(with: code).first)
    #expect(found.sitting.acts == acts && found.verified == 2)
    let mentions = try world.desk { try $0.mentions(from: 0) }
    #expect(mentions.prefix(2).map(\.event) == ["person", "opened"])
    #expect(mentions.compactMap(\.act).starts(with: acts))
  }

  @Test func changedGuidelinesComeBeforeNewTasksAndActsNameWhatWasRead() throws {
    let world = try world()
    let task = try world.desk { desk -> Digest in
      let task = try hash(desk, at: 1)
      _ = try desk.submit(AnswerToSubmit(task: task, answers: Self.answer()))
      #expect(try #require(try desk.guidelineNews()).unread == 0)
      return task
    }
    let new = Array("# Siskin\n\nRate what you see.\n".utf8)
    let newHash = SHA256.hash(new)
    try world.folder.write("siskin/project.json", WalkSetUp.schema.utf8)
    try world.folder.write("siskin/guidelines.md", new)
    _ = try world.lab.addProject(
      world.folder.path("siskin"), to: "siskin", rootPassphrase: WalkSetUp.passphrase)
    try world.pack(3..<4, on: world.stick)
    try world.roomSync(world.stick)
    try world.desk { desk in
      let news = try #require(try desk.guidelineNews())
      #expect(news.unread == 1 && news.version == 2)
      #expect(throws: NotYet.guidelines) { _ = try desk.task(at: 4) }
      // Begun work goes on, under the guidelines that were read.
      _ = try desk.submit(AnswerToSubmit(task: task, answers: Self.answer("still the old")))
      #expect(try #require(try desk.guidelineNews()).unread == 1)
      #expect(throws: Failure.self) { _ = try desk.readGuidelines(.zero, activeMs: 0) }
      _ = try desk.readGuidelines(newHash, activeMs: 12_000)
      #expect(try #require(try desk.guidelineNews()).unread == 0)
      _ = try desk.submit(
        AnswerToSubmit(task: hash(desk, at: 4), answers: Self.answer("the new")))
      let filter = OwnWorkFilter()
      #expect(try desk.ownWork(filter).rows.map(\.guidelines) == [1, nil, nil, 2])
      #expect(try desk.hours(since: 0).acts[.read] == 1)
    }
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
    #expect(try world.answersInLab() == 2)
  }

  @Test func aReplyIsForWhoAskedAndIsReadByAnAct() throws {
    let world = try world()
    let (task, act) = try world.desk { desk in
      let task = try hash(desk, at: 2)
      return (task, try desk.ask(task, text: "Which unit?"))
    }
    let manifest = SHA256.hash(Array("an order".utf8))
    try world.channel { custodian, channel in
      try channel.store.write { store in
        let other = StoredNotice(
          sequence: 8, manifest: .zero, kind: "reply", text: "not for ann", act: act,
          person: custodian.context.fresh(), at: 1)
        try store.insertNotice(other)
        let person = try Act(parsing: try #require(try store.actBody(act))).person
        try store.insertNotice(
          StoredNotice(
            sequence: 9, manifest: manifest, kind: "reply", text: "Metres.", act: act,
            person: person, at: 2))
      }
    }
    try world.desk { desk in
      let letters = try desk.letters()
      #expect(letters.map(\.text) == ["Metres."])
      #expect(letters.first?.question == "Which unit?" && letters.first?.position == 2)
      #expect(letters.first?.isRead == false)
      #expect(try desk.letters(about: task) == letters)
      #expect(try desk.letters(about: hash(desk, at: 3)).isEmpty)
      _ = try desk.readNotice(manifest)
      #expect(try desk.letters().first?.isRead == true)
      #expect(throws: Failure.self) { _ = try desk.readNotice(.zero) }
    }
  }

  @Test func settingsAreSealedForTheirPerson() throws {
    let world = try WalkWorld(WalkState.enrolled.get())
    let path = world.folder.path("settings")
    let (ann, other) = (world.keys.ann, world.keys.custodian)
    let kept = Array(#"{"palette":"dark"}"#.utf8)
    #expect(try PersonFile.read(path, keys: ann, purpose: "settings") == nil)
    try PersonFile.write(kept, to: path, keys: ann, purpose: "settings")
    #expect(try PersonFile.read(path, keys: ann, purpose: "settings") == kept)
    #expect(throws: Refusal.self) {
      _ = try PersonFile.read(path, keys: other, purpose: "settings")
    }
    #expect(throws: Refusal.self) { _ = try PersonFile.read(path, keys: ann, purpose: "other") }
    var bytes = try PrivateFile.read(path, limit: 8_192)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("palette"))
    bytes[bytes.count - 20] ^= 1
    try PrivateFile.write(bytes, to: path, replace: true)
    #expect(throws: Refusal.self) { _ = try PersonFile.read(path, keys: ann, purpose: "settings") }
    let long = [UInt8](repeating: 0x20, count: PersonFile.limit + 1)
    #expect(throws: Refusal.self) {
      try PersonFile.write(long, to: path, keys: ann, purpose: "settings")
    }
  }
}
