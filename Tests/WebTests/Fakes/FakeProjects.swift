import AnnotationModel
import Foundation
import StrictJSON
import Vocabulary

/// Projects for tests, small enough to read.
enum FakeProjects {
  /// Two responses, a preference with strength, a reason when it is no tie.
  static func comparison(
    id: UInt8 = 1, tasks: Int = 3, guidelines: String = "# Guidelines"
  ) throws -> FakeDesk {
    try FakeDesk(
      id: id,
      schema: Array(
        """
        {"airlock":"project/1","codename":"heron","version":1,"fields":[\
        {"name":"prompt","type":"markdown"},\
        {"name":"responses","type":"outputs","blind":true}],"questions":[\
        {"name":"better","type":"preference","label":"Which response is better?",\
        "of":"responses","strength":3,"tie":true,"bothBad":true,"required":true},\
        {"name":"why","type":"text","label":"What decided it?","minLength":10,"required":true,\
        "when":{"better":{"not":"tie"}}}],"reasons":["Not my field","Broken text"]}
        """.utf8), guidelines: guidelines,
      lines: (0..<tasks).map { index in
        line(
          index,
          #"{"prompt":"Question \#(index + 1)?","responses":[{"key":"k1","text":"First"},"#
            + #"{"key":"k2","text":"Second"}]}"#)
      })
  }

  /// Parts of a text with labels; its characters are of one, two and more UTF-16 units.
  static func spans(id: UInt8 = 9) throws -> FakeDesk {
    try FakeDesk(
      id: id,
      schema: Array(
        """
        {"airlock":"project/1","codename":"siskin","version":1,"fields":[\
        {"name":"clause","type":"markdown","label":"The clause"}],"questions":[\
        {"name":"parts","type":"spans","label":"Who, when, what","of":"clause",\
        "labels":["person","date","duty"],"overlap":true,"required":true}]}
        """.utf8),
      lines: [
        line(0, #"{"clause":"😀 **Anna** pays on 9 March.\nShe may wait until 12 March."}"#),
        line(1, #"{"clause":"Nobody pays."}"#),
      ])
  }

  /// For the tools of reading: two responses with formulas, code and hidden characters; an image, a
  /// long text, six responses to rank, and texts that have nothing in common.
  static func reading(id: UInt8 = 10) throws -> FakeDesk {
    let long = (1...150).map { "Part \($0) of the text, which says little. It goes on and on." }
      .joined(separator: "\\n")
    let six = (1...6).map { number in
      #"{"key":"k\#(number)","text":"\#((1...20).map { "Line \($0) of \(number)." }.joined(separator: "\\n\\n"))"}"#
    }
    return try FakeDesk(
      id: id,
      schema: Array(
        """
        {"airlock":"project/1","codename":"wryneck","version":1,"fields":[\
        {"name":"prompt","type":"markdown"},{"name":"image","type":"image","optional":true},\
        {"name":"paper","type":"document","optional":true},\
        {"name":"responses","type":"outputs","optional":true}],"questions":[\
        {"name":"order","type":"ranking","of":"responses","ties":true},\
        {"name":"ok","type":"choice","options":["yes","no"],"required":true}]}
        """.utf8),
      lines: [
        line(
          0,
          #"{"prompt":"Solve $x^2 = 4$, \\(\\frac{1}{\\) or $$\\int_0^1 x\\,dx$$ for $5 and then some more$ please.","#
            + #""responses":[{"key":"k1","text":"x is 2 or -2, as p\u0430ypal says.\n\n```js\nconst x = 2; // root\n```"},"#
            + #"{"key":"k2","text":"x is 2, as\u202e lapyap\u202c\u200b says.\r\n\ttab"}]}"#),
        line(1, #"{"prompt":"An image","image":{"asset":"\#(picture.hex)"}}"#),
        line(2, #"{"prompt":"A text","paper":"\#(long)"}"#),
        line(3, #"{"prompt":"Rank","responses":[\#(six.joined(separator: ","))]}"#),
        line(
          4,
          #"{"prompt":"Two","responses":[{"key":"k1","text":"one two three four"},"#
            + #"{"key":"k2","text":"five six seven eight"}]}"#),
      ],
      assets: [picture: ("image/png", Array(Data(base64Encoded: pixels) ?? Data()))])
  }

  /// An image of 1,200 by 900 grey pixels.
  static let picture = Digest(unchecked: [UInt8](repeating: 9, count: Digest.length))
  private static let pixels =
    "iVBORw0KGgoAAAANSUhEUgAABLAAAAOEAQAAAACZFvVXAAACKklEQVR42u3OMQEAAAwCIPtHMaUVdu6A"
    + "BKQvRUtLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tL"
    + "S0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tL"
    + "S0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tL"
    + "S0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tL"
    + "S0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tL"
    + "S0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tL"
    + "S0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tL"
    + "S0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tL"
    + "S0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS+tqZXZE86ravTcA"
    + "AAAASUVORK5CYII="

  /// Two questions about the parts of one text.
  static func twoSpans(id: UInt8 = 11) throws -> FakeDesk {
    try FakeDesk(
      id: id,
      schema: Array(
        """
        {"airlock":"project/1","codename":"serin","version":1,"fields":[\
        {"name":"clause","type":"text"}],"questions":[\
        {"name":"who","type":"spans","label":"Who","of":"clause","labels":["person"],\
        "required":true},\
        {"name":"when","type":"spans","label":"When","of":"clause","labels":["day","month"],\
        "required":true}]}
        """.utf8),
      lines: [line(0, #"{"clause":"Anna pays on Monday."}"#)])
  }

  /// One text, whatever the fields: for content that a test brings.
  static func showing(id: UInt8 = 2, fields: String, values: [String]) throws -> FakeDesk {
    let schema =
      #"{"airlock":"project/1","codename":"probe","version":1,"fields":"# + fields
      + #","questions":[{"name":"ok","type":"choice","options":["yes","no"],"required":true}]}"#
    return try FakeDesk(
      id: id, schema: Array(schema.utf8),
      lines: values.enumerated().map { line($0.offset, $0.element) })
  }

  /// The line of a task; its id comes from its place.
  static func line(_ index: Int, _ fields: String) -> [UInt8] {
    let place = [UInt8(index >> 8), UInt8(index & 0xFF)]
    let id = ID(unchecked: place + [UInt8](repeating: 1, count: ID.length - place.count))
    return Array(#"{"id":"\#(id.hex)","fields":"#.utf8) + Array(fields.utf8) + Array("}".utf8)
  }
}
