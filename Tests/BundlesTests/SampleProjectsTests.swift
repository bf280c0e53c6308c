import AnnotationModel
import StrictJSON
import Testing

/// The projects that ship are what a new lab starts from, so they must be right in every part.
@Suite struct SampleProjectsTests {
  static let names = [
    "rating", "comparison", "chain-of-thought", "ranking", "step-review", "tool-trajectory",
    "dialogue",
  ]

  @Test func codenamesTellTheProjectsApart() throws {
    let codenames = try Self.names.map { try SampleProject($0).schema.codename }
    #expect(Set(codenames).count == Self.names.count)
  }

  @Test(arguments: names) func everyRecordBecomesATask(_ name: String) throws {
    let project = try SampleProject(name)
    #expect((8...20).contains(project.records.count))
    #expect(try project.tasks().count == project.records.count)
    #expect(project.schema.reasons.count <= 9)
  }

  @Test(arguments: names) func recordsAreNamedOnce(_ name: String) throws {
    let project = try SampleProject(name)
    let named = try project.mapped().compactMap(\.record)
    #expect(Set(named).count == project.records.count)
    #expect(named.allSatisfy { $0.hasPrefix("\"\(project.schema.codename)-") })
  }

  @Test(arguments: names) func whatTheLabKnowsStaysInTheLab(_ name: String) throws {
    let project = try SampleProject(name)
    let gold = try #require(project.schema.labOnly["gold"])
    for (record, task) in zip(project.records, try project.mapped()) {
      let expert = try #require(record.root.at(gold))
      let leaving = String(decoding: task.line, as: UTF8.self)
      #expect(expert.count > 0)
      for token in words(in: expert) {
        let kept = String(decoding: token, as: UTF8.self)
        // A short label such as "first", or a tool's name, may well be a word of the task itself.
        if kept.utf8.count > 16 { #expect(!leaving.contains(kept.dropFirst().dropLast())) }
      }
    }
    let schema = String(decoding: project.schema.leavingBytes, as: UTF8.self)
    #expect(!schema.contains("\"from\"") && !schema.contains("labOnly"))
    #expect(!schema.contains("/expert"))
  }

  /// The tokens of all that isn't an array or object, at every depth.
  private func words(in value: JSONValue) -> [ArraySlice<UInt8>] {
    guard value.kind == .array || value.kind == .object else { return [value.token] }
    return value.elements.flatMap(words) + value.members.flatMap { words(in: $0.value) }
  }

  @Test(arguments: names) func guidelinesSayHowToWorkAndWhenToStop(_ name: String) throws {
    let guidelines = try SampleProject(name).guidelines
    #expect(guidelines.hasPrefix("# "))
    #expect(guidelines.contains("## How to work") || guidelines.contains("## What a step is"))
    #expect(guidelines.contains("## When you are"))
    #expect(guidelines.utf8.count > 3_000)
    #expect(!guidelines.contains("\r"))
  }

  @Test(arguments: [
    ("rating", #"{"quality":{"accurate":4,"complete":4,"clear":5,"kind":5},"harm":"none"}"#),
    (
      "rating",
      #"{"quality":{"accurate":1,"complete":2,"clear":4,"kind":3},"harm":"severe","problem":"“Stop today”: stopping at once can bring on seizures; keep taking it."}"#
    ),
    ("comparison", #"{"better":{"winner":"tie"},"decided":"nothing"}"#),
    (
      "comparison",
      #"{"better":{"winner":"k2","strength":3},"decided":"hole","why":"`....//` is `../` after one pass of replace."}"#
    ),
    (
      "chain-of-thought",
      #"{"chain":{"steps":[{"text":"a","alternatives":["b"]},{"text":"c","alternatives":[]},{"text":"d","alternatives":[]}],"final":"e"},"sure":"likely"}"#
    ),
    (
      "dialogue",
      #"{"talk":{"messages":[{"role":"customer","content":"its broken"},{"role":"agent","content":"Which order, and which postcode?"},{"role":"customer","content":"70533, 8010"},{"role":"agent","tool_calls":[{"function":{"name":"find_order","arguments":{"order":"70533","postcode":"8010"}}}]},{"role":"tool","content":"blender"},{"role":"agent","content":"A new jug?"}]},"ending":"solved"}"#
    ),
  ])
  func anHonestAnswerIsTaken(_ name: String, _ answers: String) throws {
    let project = try SampleProject(name)
    let document = try JSONDocument(Array(answers.utf8))
    for task in try project.tasks() {
      try AnswerSet.validate(document.root, for: task, in: project.schema)
    }
  }

  @Test(arguments: [
    ("rating", #"{"quality":{"accurate":4,"complete":4,"clear":5,"kind":5},"harm":"severe"}"#),
    ("rating", #"{"quality":{"accurate":4,"complete":4,"clear":6,"kind":5},"harm":"none"}"#),
    ("comparison", #"{"better":{"winner":"k2","strength":3},"decided":"hole"}"#),
    ("comparison", #"{"better":{"winner":"k3","strength":1},"decided":"nothing"}"#),
    ("chain-of-thought", #"{"chain":{"steps":[],"final":"e"},"sure":"likely"}"#),
    ("ranking", #"{"order":[["k1","k2"],["k3"]],"use":{"k1":3,"k2":3,"k3":1}}"#),
    ("step-review", #"{"review":[],"verdict":"right","kind":"none"}"#),
    ("tool-trajectory", #"{"calls":[],"outcome":"reached","honest":"yes"}"#),
    (
      "tool-trajectory",
      #"{"calls":[{"message":1,"call":0,"tool":"right"}],"outcome":"missed","honest":"yes"}"#
    ),
    (
      "dialogue",
      #"{"talk":{"messages":[{"role":"customer","content":"hello"}]},"ending":"solved"}"#
    ),
  ])
  func aLackingAnswerIsRefused(_ name: String, _ answers: String) throws {
    let project = try SampleProject(name)
    let document = try JSONDocument(Array(answers.utf8))
    let task = try #require(try project.tasks().first)
    #expect(throws: DocumentFault.self) {
      try AnswerSet.validate(document.root, for: task, in: project.schema)
    }
  }

  @Test func outputsAreShownBlind() throws {
    let project = try SampleProject("comparison")
    let fixes = try #require(project.schema.field("fixes"))
    guard case .outputs(let blind) = fixes.kind else {
      Issue.record("\"fixes\" is no outputs field")
      return
    }
    #expect(blind)
    for task in try project.mapped() {
      #expect(task.outputs["fixes"] == ["k1": "/first", "k2": "/second"])
    }
    let answers = try #require(SampleProject("ranking").schema.field("answers"))
    guard case .outputs(blind: true) = answers.kind else {
      Issue.record("\"answers\" isn't blind")
      return
    }
  }

  /// Practice tasks of a sample are made as the lab makes them, and answered right by their own
  /// answers.
  @Test func practiceTasksAreRightByTheirOwnAnswers() throws {
    let project = try SampleProject("step-review")
    let room = try ProjectSchema(parsing: project.schema.leavingBytes, side: .room)
    let tasks = try project.practice()
    #expect(tasks.count >= Int(try #require(room.practicePass)))
    for line in tasks {
      let task = try PracticeTask(parsing: line, schema: room)
      let marks = PracticeMarks(task.answers, against: task.answers, in: room)
      #expect(marks.isRight && marks.verdicts.contains { $0.verdict == .right })
      #expect(task.explain.count > 100)
    }
  }
}
