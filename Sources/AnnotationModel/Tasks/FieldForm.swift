import StrictJSON
import Vocabulary

/// What the value of a field may be, in a record as in a task.
enum FieldForm {
  /// How many containers of a task's line lie around a field's value: the line and `fields`.
  static let depthAround = 2

  /// Checks a value that is copied as it is; outputs and images are written by us.
  static func check(_ value: JSONValue, _ kind: Field.Kind) throws(DocumentFault) {
    switch kind {
    case .text, .markdown, .code, .document: try checkText(value)
    case .chat: try checkChat(value)
    case .steps: try checkSteps(value)
    case .outputs, .image: break
    }
    guard value.depth + depthAround <= Limits.jsonDepth else {
      throw value.problem("must be nested at most \(Limits.jsonDepth - depthAround) deep")
    }
  }

  static func checkText(_ value: JSONValue) throws(DocumentFault) {
    guard value.kind == .string || value.kind == .number else {
      throw value.problem("must be a string or a number")
    }
  }

  private static func checkSteps(_ value: JSONValue) throws(DocumentFault) {
    guard value.kind == .array else {
      throw value.problem("must be an array of strings or of {\"text\"}")
    }
    for step in value.elements where step.kind != .string {
      try step.only(["text"])
      guard try step.needed("text").kind == .string else {
        throw try step.needed("text").problem("must be a string")
      }
    }
  }

  private static func checkChat(_ value: JSONValue) throws(DocumentFault) {
    guard value.kind == .array else { throw value.problem("must be an array of messages") }
    for message in value.elements {
      guard message.kind == .object else { throw message.problem("must be a message: an object") }
      try checkString(message.needed("role"))
      for name in ["tool_call_id", "name"] { try checkString(message[name], orNull: true) }
      let calls = message["tool_calls"].flatMap { $0.isNull ? nil : $0 }
      try calls.map { calls throws(DocumentFault) in try checkCalls(calls) }
      // A message that only calls tools may be without words.
      try checkString(calls == nil ? message.needed("content") : message["content"], orNull: true)
    }
  }

  static func checkCalls(_ value: JSONValue) throws(DocumentFault) {
    for call in try value.asArray() {
      guard call.kind == .object else { throw call.problem("must be a tool call: an object") }
      try checkString(call["id"], orNull: true)
      let function = try call.needed("function")
      try checkString(function.needed("name"))
      let arguments = try function.needed("arguments")
      guard arguments.kind == .string || arguments.kind == .object else {
        throw arguments.problem("must be a string or an object")
      }
    }
  }

  private static func checkString(
    _ value: JSONValue?, orNull: Bool = false
  ) throws(DocumentFault) {
    guard let value, value.kind != .string, !(orNull && value.isNull) else { return }
    throw value.problem(orNull ? "must be a string or null" : "must be a string")
  }
}
