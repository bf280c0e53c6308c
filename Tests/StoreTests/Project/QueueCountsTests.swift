import Testing
import Vocabulary

@testable import Store

@Suite("QueueCounts")
struct QueueCountsTests {
  let folder: TemporaryFolder
  let store: ProjectStore

  init() throws {
    folder = try TemporaryFolder()
    store = try ProjectStore(path: folder.file("project"), key: Fixtures.key(), create: true)
    try store.write { store in
      for person in Self.people { try store.setKey(person, key: person.bytes) }
    }
  }

  private static let people = (1...2).map {
    ID(unchecked: [UInt8](repeating: UInt8($0), count: 16))
  }
  private static let tasks = (1...9).map {
    Digest(unchecked: [UInt8](repeating: UInt8($0), count: 32))
  }
  private static let kinds = ["answer", "revise", "withdraw", "skip"]

  /// 71 ms with each answer in a queue of 100,000.
  @Test(
    "counting doesn't go through the whole queue",
    arguments: [ProjectTransaction.recalledTasks, ProjectTransaction.draftsInQueue])
  func plans(query: String) throws {
    let plan = try store.plan(of: query)
    #expect(plan.contains { $0.hasPrefix("SEARCH t USING") }, "\(plan)")
    #expect(!plan.contains { $0.hasPrefix("SCAN t") }, "\(plan)")
  }

  @Test("what the database keeps is what counting gives, whatever comes and goes")
  func keptIsCounted() throws {
    var random = SeededRandom(seed: 5)
    for round in 0..<300 {
      try store.write { try change($0, &random) }
      try store.read { store in
        for person in Self.people {
          let (kept, counted) = (try store.counts(person: person), try counted(store, person))
          #expect(kept == counted, "round \(round)")
        }
      }
    }
  }

  /// Adds or removes a task, or sets what somebody's acts on one come to.
  private func change(_ store: ProjectTransaction, _ random: inout SeededRandom) throws {
    guard let task = Self.tasks.randomElement(using: &random),
      let person = Self.people.randomElement(using: &random),
      let kind = Self.kinds.randomElement(using: &random)
    else { return }
    switch UInt8.random(in: 0..<6, using: &random) {
    case 0, 1:
      guard try !store.hasTask(task) else { return }
      try store.insertTask(
        hash: task, line: [1], schema: .zero, guidelines: .zero, bundle: 1)
    case 2:
      try store.sql.run("DELETE FROM tasks WHERE hash = ?", .blob(task.bytes))
    default:
      try store.sql.run(
        "INSERT INTO standing VALUES (?1, ?2, ?3, ?4, NULL, 0, 0) "
          + "ON CONFLICT(person, task) DO UPDATE SET kind = ?3",
        .blob(person.bytes), .blob(task.bytes), .text(kind), .blob(task.bytes))
    }
  }

  private func counted(_ store: ProjectTransaction, _ person: ID) throws -> QueueCounts {
    func count(_ kinds: String) throws -> Int {
      Int(
        try store.sql.first(
          "SELECT COUNT(*) FROM standing WHERE person = ? AND kind IN (\(kinds)) "
            + "AND task IN (SELECT hash FROM tasks)", .blob(person.bytes))?.integer(0) ?? -1)
    }
    var counts = QueueCounts()
    counts.total = Int(try store.sql.first("SELECT COUNT(*) FROM tasks")?.integer(0) ?? -1)
    counts.answered = try count("'answer', 'revise'")
    counts.skipped = try count("'skip'")
    return counts
  }
}
