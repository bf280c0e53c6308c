import StrictJSON

/// What a record has of a conversation, whatever its form, as messages.
struct RealChat {
  /// The member that held it.
  let member: String
  private var messages: [String] = []

  /// Nil for a record without one.
  init?(_ record: JSONValue) {
    let names = ["traj", "history", "messages", "utterances", "conversation", "turn_history"]
    guard let name = names.first(where: { record[$0] != nil }), let value = record[name] else {
      return nil
    }
    member = name
    if value.kind == .array {
      for message in value.elements { add(message) }
    } else {
      addTurns(value)
    }
    if messages.isEmpty { return nil }
  }

  /// The value of a `chat` field.
  var field: String { "[" + messages.joined(separator: ",") + "]" }

  private mutating func add(_ message: JSONValue) {
    let role = (message["role"] ?? message["speaker"])?.spelled ?? #""user""#
    let words = message["content"] ?? message["text"] ?? message["message"]
    var parts = [#""role":\#(role)"#]
    parts.append(#""content":\#(words?.kind == .string ? words?.spelled ?? "null" : #""""#)"#)
    for name in ["name", "tool_call_id"] where message[name]?.kind == .string {
      parts.append(#""\#(name)":\#(message[name]?.spelled ?? "")"#)
    }
    if let calls = message["tool_calls"], calls.kind == .array {
      parts.append(#""tool_calls":\#(calls.spelled)"#)
    }
    messages.append("{" + parts.joined(separator: ",") + "}")
    for api in message["apis"].map({ Array($0.elements) }) ?? [] { add(api: api) }
  }

  /// A call with its response, in the form of ToolTalk.
  private mutating func add(api: JSONValue) {
    guard let name = api["request"]?["api_name"]?.spelled,
      let given = api["request"]?["parameters"]?.spelled
    else { return }
    addCall(name: name, arguments: given, result: Self.quoted(api["response"]?.spelled ?? "null"))
  }

  /// Actions and observations in two lists, in the form of InterCode.
  private mutating func addTurns(_ value: JSONValue) {
    let actions = value["actions"].map { Array($0.elements) } ?? []
    let results = value["observations"].map { Array($0.elements) } ?? []
    for (index, action) in actions.enumerated() {
      let result = results.indices.contains(index) ? results[index] : nil
      let spelled = result?.kind == .string ? result?.spelled : nil
      addCall(
        name: #""bash""#, arguments: action.spelled,
        result: spelled ?? Self.quoted(result?.spelled ?? "null"))
    }
  }

  private mutating func addCall(name: String, arguments: String, result: String) {
    let id = #""call-\#(messages.count)""#
    messages.append(
      #"{"role":"assistant","content":null,"tool_calls":[{"id":\#(id),"function":"#
        + #"{"name":\#(name),"arguments":\#(arguments)}}]}"#)
    messages.append(#"{"role":"tool","tool_call_id":\#(id),"content":\#(result)}"#)
  }

  private static func quoted(_ json: String) -> String {
    var writer = JSONWriter()
    writer.string(json)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
