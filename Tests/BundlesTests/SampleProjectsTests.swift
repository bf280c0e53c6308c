import AnnotationModel
import StrictJSON
import Testing

/// The projects that ship are what a new lab starts from, so they must be right in every part.
@Suite struct SampleProjectsTests {
  static let names = ["rating", "comparison", "chain-of-thought"]

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
      for (_, value) in expert.members where value.count == 0 {
        let kept = String(decoding: value.token, as: UTF8.self)
        // A short gold label such as "first" may well be a word of the task itself.
        if kept.utf8.count > 12 { #expect(!leaving.contains(kept.dropFirst().dropLast())) }
      }
    }
    let schema = String(decoding: project.schema.leavingBytes, as: UTF8.self)
    #expect(!schema.contains("\"from\"") && !schema.contains("labOnly"))
    #expect(!schema.contains("/expert"))
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
  }
}
