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
    let plan = try store.plan(of: query)
    #expect(plan.contains { $0.contains("INDEX \(index) (") }, "\(plan)")
    #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
  }
}
