import Foundation
import Testing

/// Real comparisons by three real annotators, through lab, stick, three rooms, stick and lab, to
/// the published agreement. 34 pairs occur twice: items are told apart by their record.
@Suite struct PandaLMTests {
  @Test(.enabled(if: Shared.isHere))
  func publishedAgreementComesOutAfterTheWholeWalk() throws {
    let world = try World()
    let records = try RealData.records("b_pairwise.jsonl", kind: "pairwise_3_annotators")
    #expect(records.count == 350)
    let project = try world.makeLab(try Self.project(in: world))
    for n in 1...3 { try world.makeRoom("room\(n)", project: project, contractor: "ann\(n)") }
    try world.write(records.map { $0.line + "\n" }.joined(), to: "tasks.jsonl")
    try world.lab(
      "pack", project, "--tasks", world.path("tasks.jsonl"), "--overlap", "3", "--exchange",
      world.stick)
    let byID = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
    for n in 1...3 { try Self.answer(n, world, project, byID) }
    try world.lab("sync", world.stick)

    let found = try world.coefficients("better", project: project)
    let reference = try RealData.reference("real_pandalm_dev.json")
    for name in ["krippendorff_alpha_nominal", "fleiss_kappa"] {
      try expectClose(found[name] as? Double, reference[name])
    }
    let cohen = try #require(found["cohen_kappa"] as? [String: Double]).values.sorted()
    let expected = reference.filter { $0.key.hasPrefix("cohen_kappa") }.map(\.value).sorted()
    #expect(cohen.count == 3)
    for (one, other) in zip(cohen, expected) { try expectClose(one, other) }
  }

  static func project(in world: World) throws -> String {
    try world.project(
      "panda",
      fields: """
        {"name":"number","type":"text","from":"/id"},
        {"name":"instruction","type":"markdown","from":"/instruction"},
        {"name":"input","type":"markdown","from":"/input","optional":true},
        {"name":"responses","type":"outputs","from":["/response1","/response2"],"blind":true}
        """,
      questions: """
        {"name":"better","type":"preference","of":"responses","tie":true,"required":true}
        """)
  }

  /// Room n answers as annotator n did: 0 is a tie, 1 and 2 name a response.
  static func answer(
    _ n: Int, _ world: World, _ project: String, _ records: [String: RealData.Record]
  ) throws {
    let (room, person) = ("room\(n)", "ann\(n)")
    try world.room(room, "sync", world.stick)
    let answers = try world.tasks(room, project: project, as: person).map { task in
      let fields = try #require(task["fields"] as? [String: Any])
      let number = try #require(fields["number"] as? String)
      let record = try #require(records[number])
      let outputs = try #require(fields["responses"] as? [[String: String]])
      let choice = try #require(record.object["annotator\(n)"] as? Int)
      let chosen = record.object["response\(choice)"] as? String
      let winner = try outputs.first { $0["text"] == chosen }.map { try #require($0["key"]) }
      return ["task": task["task"] as Any, "answers": ["better": ["winner": winner ?? "tie"]]]
    }
    #expect(answers.count == 350)
    try world.annotate(room, project: project, as: person, answers)
    try world.room(room, "sync", world.stick)
  }
}
