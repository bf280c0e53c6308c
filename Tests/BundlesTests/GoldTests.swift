import AnnotationModel
import StrictJSON
import Testing

/// What the lab holds as right is something that a contractor could have answered.
@Suite struct GoldTests {
  @Test(arguments: ["step-review", "tool-trajectory"])
  func theExpertsAnswersAreTaken(_ name: String) throws {
    let project = try SampleProject(name)
    for (record, task) in zip(project.records, try project.tasks()) {
      let answers = try #require(record.root["expert"]?["answers"])
      try AnswerSet.validate(answers, for: task, in: project.schema)
    }
  }

  @Test(arguments: ["step-review", "tool-trajectory"])
  func theExpertLeavesNothingOut(_ name: String) throws {
    let project = try SampleProject(name)
    for (record, task) in zip(project.records, try project.tasks()) {
      let answers = try #require(record.root["expert"]?["answers"])
      let steps = task.field("solution")?.count ?? 0
      let calls = task.field("run")?.elements.map { $0["tool_calls"]?.count ?? 0 } ?? []
      #expect(answers["review"]?.count ?? 0 == steps)
      #expect(answers["calls"]?.count ?? 0 == calls.reduce(0, +))
    }
  }

  @Test func errorsStandAtDifferentPlacesAndNowhere() throws {
    var firstErrors: [Int?] = []
    for record in try SampleProject("step-review").records {
      let review = try #require(record.root["expert"]?["answers"]?["review"])
      let labels = review.elements.map { $0["label"] }
      firstErrors.append(labels.firstIndex { $0?.isString("-") ?? false })
    }
    #expect(firstErrors.filter { $0 == nil }.count >= 4)
    #expect(Set(firstErrors).count >= 5)
  }

  @Test func everyCallHasItsResult() throws {
    for record in try SampleProject("tool-trajectory").records {
      let messages = try #require(record.root["messages"]).elements
      let called = try messages.flatMap { message in
        try (message["tool_calls"].map { Array($0.elements) } ?? []).map {
          try #require($0["id"]).string()
        }
      }
      let answered = try messages.compactMap { try $0["tool_call_id"]?.string() }
      #expect(called == answered)
      #expect(Set(called).count == called.count)
    }
  }

  @Test func theExpertsOrderIsTaken() throws {
    let project = try SampleProject("ranking")
    for (record, task) in zip(project.records, try project.tasks()) {
      let expert = try #require(record.root["expert"])
      let document = try JSONDocument(try ranked(expert, task.outputKeys(of: "answers")))
      try AnswerSet.validate(document.root, for: task, in: project.schema)
      #expect((3...5).contains(task.outputKeys(of: "answers").count))
    }
  }

  /// The expert's order, which counts the record's answers from 0, as an answer by output keys.
  private func ranked(_ expert: JSONValue, _ keys: [String]) throws -> [UInt8] {
    let order = try #require(expert["order"])
    let use = try #require(expert["use"])
    var writer = JSONWriter()
    try writer.object { answers in
      try answers.array("order") { groups in
        for group in order.elements {
          try groups.array { places in
            for place in group.elements { places.string(try key(place, keys)) }
          }
        }
      }
      answers.object("use") { marks in
        for (key, mark) in zip(keys, use.elements) { marks.member(key, raw: mark.token) }
      }
      answers.member("why", raw: try #require(expert["why"]).token)
    }
    return writer.bytes
  }

  private func key(_ place: JSONValue, _ keys: [String]) throws -> String {
    let place = try place.integer()
    return try #require(keys.indices.contains(Int(place)) ? keys[Int(place)] : nil)
  }

  @Test func aDialogueWithTheExpertsCallsIsTaken() throws {
    let project = try SampleProject("dialogue")
    for (record, task) in zip(project.records, try project.tasks()) {
      let expert = try #require(record.root["expert"])
      let document = try JSONDocument(try talk(expert))
      try AnswerSet.validate(document.root, for: task, in: project.schema)
    }
  }

  /// A dialogue of two turns on each side around the calls that the expert expects.
  private func talk(_ expert: JSONValue) throws -> [UInt8] {
    var writer = JSONWriter()
    try writer.object { answers in
      try answers.object("talk") { talk in
        try talk.array("messages") { messages in
          for role in ["customer", "agent", "customer"] { turn(role, &messages) }
          for name in try #require(expert["calls"]).elements {
            try call(try name.string(), &messages)
            turn("tool", &messages)
          }
          for role in ["agent", "customer", "agent"] { turn(role, &messages) }
        }
      }
      answers.member("ending", raw: try #require(expert["ending"]).token)
    }
    return writer.bytes
  }

  private func turn(_ role: String, _ messages: inout JSONWriter) {
    messages.object { turn in
      turn.member("role", role)
      turn.member("content", "Something is said.")
    }
  }

  private func call(_ name: String, _ messages: inout JSONWriter) throws {
    messages.object { turn in
      turn.member("role", "agent")
      turn.array("tool_calls") { calls in
        calls.object { call in
          call.object("function") { function in
            function.member("name", name)
            function.object("arguments") { _ in }
          }
        }
      }
    }
  }
}
