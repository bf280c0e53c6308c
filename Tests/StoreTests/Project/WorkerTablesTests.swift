import Testing

@testable import Store

@Suite("WorkerTables")
struct WorkerTablesTests {
  /// 40 ms for each act and task where a person has done 100,000 others.
  @Test(
    "what is asked with every act and task doesn't grow with what a person has done",
    arguments: [
      (ProjectTransaction.knownGuidelines, "deeds_on_pages"),
      (ProjectTransaction.readNotice, "deeds_read"),
      (ProjectTransaction.flaggedTasks, "deeds_flagged"),
    ])
  func plans(query: String, index: String) throws {
    let folder = try TemporaryFolder()
    let store = try ProjectStore(path: folder.file("project"), key: Fixtures.key(), create: true)
    let bound = query.replacing("?", with: "x'00'")
    let plan = try store.read {
      try $0.sql.rows("EXPLAIN QUERY PLAN " + bound).map { try $0.text(3) }
    }
    #expect(plan.contains { $0.contains("INDEX \(index) (") }, "\(plan)")
    #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
  }
}
