import Vocabulary

@testable import Web

/// Content that tries to get out of its frame, for the browser to show.
enum HostileProject {
  static let asset = Digest(unchecked: [UInt8](repeating: 7, count: 32))

  static func desk(id: UInt8 = 8) throws -> FakeDesk {
    try FakeDesk(
      id: id, schema: Array(schema.utf8), guidelines: probes.joined(separator: "\n\n"),
      lines: probes.enumerated().map { index, probe in
        let text = probe.debugJSON
        return FakeProjects.line(
          index,
          #"{"prompt":\#(text),"plain":\#(text),"source":\#(text),"responses":["#
            + #"{"key":"k1","text":\#(text)},{"key":"k2","text":"\ud83d \u0000 \u202e abc"}],"#
            + #""talk":[{"role":"<b>user</b>","content":\#(text),"tool_calls":[{"id":"1","#
            + #""function":{"name":"<img src=x>","arguments":\#(text)}}]}]}"#)
      },
      assets: [asset: ("image/svg+xml", Array("<svg onload='alert(1)'/>".utf8))])
  }

  private static let schema =
    #"{"airlock":"project/1","codename":"<u>shrike</u>","version":1,"fields":["#
    + #"{"name":"prompt","type":"markdown","label":"<i>Prompt</i>"},{"name":"plain","type":"text"},"#
    + #"{"name":"source","type":"code","language":"html"},{"name":"responses","type":"outputs"},"#
    + #"{"name":"talk","type":"chat"}],"questions":[{"name":"q","type":"choice","#
    + #""label":"<img src=x onerror=alert(1)>","help":"<script>alert(1)</script>","#
    + #""options":[{"value":"a","label":"<b>bold</b>","help":"<i>x</i>"},"b"],"required":true},"#
    + #"{"name":"r","type":"ranking","of":"responses"}],"#
    + #""reasons":["<img src=x onerror=alert(1)>"]}"#

  private static let probes = [
    "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>",
    "[click](javascript:window.hit=1) <a href='javascript:window.hit=1'>x</a> ![](data:image/svg+xml,x)",
    "<form id=app name=body><input name=head></form><div id=live></div><base href='//e.example'>",
    "![x](https://e.example/track.png) ![y](//e.example/y.png) ![z](assets/\(asset.hex))",
    "<style>*{display:none}</style><link rel=stylesheet href=//e.example/x.css> {{7*7}} ${7*7}",
    "<svg><script>window.hit=1</script></svg><math><mtext></mtext></math><iframe srcdoc='x'></iframe>",
    "</code></pre></section><h1>Signed out. Enter your passphrase</h1><button>Submit</button>",
    "\u{202E}dellac \u{2066}x \u{200B}z\u{200D} \u{FEFF} " + String(repeating: "W", count: 3_000),
  ]
}

extension String {
  /// The string as a JSON token.
  fileprivate var debugJSON: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\" + String(scalar)
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
