import Vocabulary

@testable import Web

/// Content that tries to get out of its frame, for the browser to show.
enum HostileProject {
  static let asset = Digest(unchecked: [UInt8](repeating: 7, count: 32))

  /// With letters every probe is a message and a reply of the lab, and a change of the guidelines.
  static func desk(id: UInt8 = 8, hasLetters: Bool = false) throws -> FakeDesk {
    try FakeDesk(
      id: id, schema: Array(schema.utf8), guidelines: XSSClasses.probes.joined(separator: "\n\n"),
      lines: XSSClasses.probes.enumerated().map { index, probe in
        let text = probe.debugJSON
        return FakeProjects.line(
          index,
          #"{"prompt":\#(text),"plain":\#(text),"source":\#(text),"paper":\#(text),"responses":["#
            + #"{"key":"k1","text":\#(text)},{"key":"k2","text":"\ud83d \u0000 \u202e abc"}],"#
            + #""steps":[\#(text),{"text":\#(text)}],"#
            + #""talk":[{"role":"<b>user</b>","name":\#(text),"content":\#(text),"tool_calls":[{"id":"1","#
            + #""function":{"name":\#(text),"arguments":\#(text)}}]},"#
            + #"{"role":"tool","tool_call_id":"1","content":\#(text)},"#
            + #"{"role":"tool","content":\#(text)}]}"#)
      },
      assets: [asset: ("image/svg+xml", Array("<svg onload='alert(1)'/>".utf8))],
      letters: hasLetters ? FakeDesk.letters(of: XSSClasses.probes) : [],
      older: hasLetters ? older : nil)
  }

  /// Every probe under a heading that is gone, so that each is struck out and new.
  private static let older = XSSClasses.probes.map { "# <b>Old</b> `x`\n\n\($0)" }
    .joined(separator: "\n\n")

  private static let schema =
    #"{"airlock":"project/1","codename":"<u>shrike</u>","version":1,"fields":["#
    + #"{"name":"prompt","type":"markdown","label":"<i>Prompt</i>"},{"name":"plain","type":"text"},"#
    + #"{"name":"source","type":"code","language":"html"},{"name":"paper","type":"document"},"#
    + #"{"name":"responses","type":"outputs"},{"name":"steps","type":"steps"},"#
    + #"{"name":"talk","type":"chat"}],"questions":[{"name":"q","type":"choice","#
    + #""label":"<img src=x onerror=alert(1)>","help":"<script>alert(1)</script>","#
    + #""options":[{"value":"a","label":"<b>bold</b>","help":"<i>x</i>"},"b"],"required":true},"#
    + #"{"name":"r","type":"ranking","of":"responses"},"#
    + #"{"name":"l","type":"stepLabels","of":"steps","critique":true,"correction":true},"#
    + #"{"name":"t","type":"toolCallLabels","of":"talk"},"#
    + #"{"name":"m","type":"spans","of":"plain","labels":["<svg onload=alert(1)>"],"overlap":true},"#
    + #"{"name":"d","type":"dialogue","label":"<iframe srcdoc=x>","roles":["<b>user</b>","tool"],"#
    + #""constraints":["<script>alert(1)</script>"],"tools":[{"name":"<img src=x>","#
    + #""description":"<svg onload=alert(1)>","arguments":["<a href=javascript:alert(1)>"]}]}],"#
    + #""reasons":["<img src=x onerror=alert(1)>"]}"#
}

extension String {
  /// The string as a JSON token.
  fileprivate var debugJSON: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\" + String(scalar)
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
