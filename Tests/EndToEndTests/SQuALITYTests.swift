import Foundation
import Testing

/// Real ratings from 0 to 100 by four workers, three for each item, to the published agreement.
@Suite struct SQuALITYTests {
  static let workers = ["2", "3", "6", "8"]

  @Test(.enabled(if: Shared.isHere))
  func sparseRatingsGiveThePublishedAlpha() throws {
    let world = try World()
    let records = try RealData.records("a_single_rating.jsonl", kind: "summary_rating_0_100")
    #expect(records.count == 150)
    let project = try world.makeLab(try Self.project(in: world))
    for worker in Self.workers {
      try world.makeRoom("room\(worker)", project: project, contractor: "worker\(worker)")
    }
    try world.write(records.map { $0.line + "\n" }.joined(), to: "tasks.jsonl")
    try world.lab(
      "pack", project, "--tasks", world.path("tasks.jsonl"), "--overlap", "4", "--exchange",
      world.stick)
    let byID = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
    for worker in Self.workers { try Self.answer(worker, world, project, byID) }
    try world.lab("sync", world.stick)

    let found = try world.coefficients("overall", project: project)
    let reference = try RealData.reference("real_squality_overall_dev.json")
    for (name, value) in reference { try expectClose(found[name] as? Double, value) }
  }

  static func project(in world: World) throws -> String {
    try world.project(
      "squality",
      fields: """
        {"name":"number","type":"text","from":"/id"},
        {"name":"question","type":"text","from":"/question_text"},
        {"name":"summary","type":"text","from":"/response"}
        """,
      questions: """
        {"name":"overall","type":"rating","scale":{"min":0,"max":100},"required":true}
        """)
  }

  /// A worker's room answers only what that worker has rated.
  static func answer(
    _ worker: String, _ world: World, _ project: String, _ records: [String: RealData.Record]
  ) throws {
    let (room, person) = ("room\(worker)", "worker\(worker)")
    try world.room(room, "sync", world.stick)
    let answers = try world.tasks(room, project: project, as: person).compactMap {
      task -> [String: Any]? in
      let fields = try #require(task["fields"] as? [String: Any])
      let number = try #require(fields["number"] as? String)
      let record = try #require(records[number])
      let reviews = try #require(record.object["reviews"] as? [[String: Any]])
      let review = reviews.first { $0["worker_id"] as? String == worker }
      guard let rating = review?["overall-rating"] as? Int else { return nil }
      return ["task": task["task"] as Any, "answers": ["overall": rating]]
    }
    try world.annotate(room, project: project, as: person, answers)
    try world.room(room, "sync", world.stick)
  }
}
