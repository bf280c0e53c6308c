import StrictJSON

/// What a record has of responses, under whatever names.
struct RealOutputs {
  private(set) var texts: [String] = []
  private(set) var members: Set<String> = []

  init(_ record: JSONValue) {
    for name in ["response", "response1", "response2", "output_1", "output_2"] {
      guard let value = record[name], value.kind == .string else { continue }
      texts.append(value.spelled)
      members.insert(name)
    }
    for reply in record["replies"].map({ Array($0.elements) }) ?? [] {
      if let text = reply["text"] { texts.append(text.spelled) }
    }
    if let systems = record["systems"], systems.kind == .object {
      for (_, system) in systems.members {
        if let text = system["response"] { texts.append(text.spelled) }
      }
    }
  }

  /// The value of an `outputs` field.
  var field: String {
    let entries = texts.enumerated().map { #"{"key":"k\#($0.offset + 1)","text":\#($0.element)}"# }
    return "[" + entries.joined(separator: ",") + "]"
  }
}
