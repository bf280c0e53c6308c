import StrictJSON

/// Chains of thought and dialogues that a contractor writes.
extension AnswerCheck {
  func steps(_ value: JSONValue, _ rules: Question.Steps) throws(DocumentFault) {
    try value.only(["steps"] + (rules.final ? ["final"] : []))
    let steps = try value.needed("steps")
    for step in try steps.asArray() {
      try step.only(["text"] + (rules.alternatives ? ["alternatives"] : []))
      try writtenWords(step.needed("text"))
      guard let alternatives = step["alternatives"] else { continue }
      for alternative in try alternatives.asArray() { try writtenWords(alternative) }
    }
    if let least = rules.minSteps, steps.count < Int(least) {
      throw steps.problem("must have at least \(least) steps; there are \(steps.count)")
    }
    try words(value["final"])
  }

  private func writtenWords(_ value: JSONValue) throws(DocumentFault) {
    try words(value)
    guard !value.isString("") else { throw value.problem("must not be empty") }
  }

  func dialogue(_ value: JSONValue, _ rules: Question.Dialogue) throws(DocumentFault) {
    try value.only(["messages"])
    let messages = try value.needed("messages")
    for message in try messages.asArray() { try turn(message, rules) }
    if let least = rules.minTurns, messages.count < Int(least) {
      throw messages.problem("must have at least \(least) turns; there are \(messages.count)")
    }
    if let most = rules.maxTurns, messages.count > Int(most) {
      throw messages.problem("must have at most \(most) turns; there are \(messages.count)")
    }
  }

  private func turn(_ message: JSONValue, _ rules: Question.Dialogue) throws(DocumentFault) {
    try message.only(["role", "content"] + (rules.tools.isEmpty ? [] : ["tool_calls"]))
    let role = try message.needed("role")
    guard rules.roles.contains(where: role.isString) else {
      throw role.problem("must be one of the roles")
    }
    guard let calls = message["tool_calls"] else {
      return try writtenWords(message.needed("content"))
    }
    // A turn that only calls tools may be without words.
    if let content = message["content"], !content.isNull { try words(content) }
    try FieldForm.checkCalls(calls)
    for call in calls.elements { try self.call(call, rules) }
  }

  private func call(_ call: JSONValue, _ rules: Question.Dialogue) throws(DocumentFault) {
    try call.only(["id", "function"])
    let function = try call.needed("function")
    try function.only(["name", "arguments"])
    let name = try function.needed("name")
    guard let tool = rules.tools.first(where: { name.isString($0.name) }) else {
      throw name.problem("must be the name of a tool")
    }
    for (argument, value) in try function.needed("arguments").members
    where !tool.arguments.contains(argument) {
      throw value.problem("must be an argument of the tool")
    }
  }
}
