import Foundation
import StrictJSON

@testable import Web

/// How a record of the real task data becomes the fields of a task.
enum RealShape {
  /// Each member as the field that it is by its nature; what fits none is shown as JSON.
  case byMember
  /// One text in every type of field at once.
  case everyType

  /// The fields of the schema.
  var schema: String {
    switch self {
    case .byMember:
      (Self.markdown + Self.text).map { name, type in
        #"{"name":"\#(name)","type":"\#(type)","optional":true}"#
      }.joined(separator: ",")
        + #",{"name":"responses","type":"outputs","optional":true},"#
        + #"{"name":"steps","type":"steps","optional":true},"#
        + #"{"name":"run","type":"chat","optional":true},"#
        + #"{"name":"rest","type":"code","language":"json"}"#
    case .everyType:
      #"{"name":"prompt","type":"markdown"},{"name":"plain","type":"text"},"#
        + #"{"name":"source","type":"code","language":"html"},{"name":"paper","type":"document"},"#
        + #"{"name":"responses","type":"outputs"},{"name":"steps","type":"steps"},"#
        + #"{"name":"run","type":"chat"}"#
    }
  }

  /// Questions about them, so that the rows of each kind hold real text too.
  var questions: String {
    let common =
      #"{"name":"signs","type":"stepLabels","of":"steps","critique":true},"#
      + #"{"name":"calls","type":"toolCallLabels","of":"run"},"#
      + #"{"name":"order","type":"ranking","of":"responses","ties":true},"#
      + #"{"name":"ok","type":"choice","options":["yes","no"],"required":true}"#
    guard case .everyType = self else { return common }
    return #"{"name":"parts","type":"spans","of":"plain","labels":["a","b"],"overlap":true},"#
      + common
  }

  private static let markdown = [
    "instruction", "input", "question_text", "question", "query", "scenario", "instructions",
    "passage", "answer", "ground_truth_solution", "generation", "target",
  ].map { ($0, "markdown") }
  private static let text = [
    ("source", "text"), ("context", "code"), ("document", "document"),
  ]

  /// The object of a record's fields, as JSON.
  func fields(of record: JSONValue) -> String {
    switch self {
    case .byMember: Self.byMember(record)
    case .everyType: Self.everyType((record["text"] ?? record["question"])?.spelled ?? #""""#)
    }
  }

  private static func everyType(_ text: String) -> String {
    #"{"prompt":\#(text),"plain":\#(text),"source":\#(text),"paper":\#(text),"#
      + #""responses":[{"key":"k1","text":\#(text)},{"key":"k2","text":\#(text)}],"#
      + #""steps":[\#(text),"second"],"run":[{"role":\#(text),"content":\#(text)},"#
      + #"{"role":"assistant","content":null,"tool_calls":[{"id":"1","function":"#
      + #"{"name":\#(text),"arguments":\#(text)}}]},"#
      + #"{"role":"tool","tool_call_id":"1","content":\#(text)}]}"#
  }

  private static func byMember(_ record: JSONValue) -> String {
    var fields: [String] = []
    var used: Set = ["id", "_src"]
    func add(_ name: String, _ member: String, _ value: String?) {
      guard let value else { return }
      used.insert(member)
      fields.append(#""\#(name)":\#(value)"#)
    }
    for (name, _) in markdown + text where record[name]?.kind == .string {
      add(name, name, record[name]?.spelled)
    }
    let outputs = RealOutputs(record)
    if !outputs.texts.isEmpty { add("responses", "", outputs.field) }
    used.formUnion(outputs.members)
    for name in ["model_output_steps", "steps", "options"] where record[name]?.kind == .array {
      add("steps", name, record[name]?.spelled)
    }
    if let chat = RealChat(record) { add("run", chat.member, chat.field) }
    var spelled = JSONWriter()
    spelled.string(rest(of: record, without: used))
    fields.append(#""rest":"# + String(decoding: spelled.bytes, as: UTF8.self))
    return "{" + fields.joined(separator: ",") + "}"
  }

  /// The other members as JSON that a person can read.
  private static func rest(of record: JSONValue, without used: Set<String>) -> String {
    var rest = JSONWriter()
    rest.object { object in
      for (name, value) in record.members where !used.contains(name) {
        object.member(name, raw: value.token)
      }
    }
    guard let object = try? JSONSerialization.jsonObject(with: Data(rest.bytes)),
      let pretty = try? JSONSerialization.data(
        withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    else { return String(decoding: rest.bytes, as: UTF8.self) }
    return String(decoding: pretty, as: UTF8.self)
  }
}

extension JSONValue {
  /// The value as it is spelled.
  var spelled: String { String(decoding: token, as: UTF8.self) }
}
