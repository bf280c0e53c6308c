import AnnotationModel
import StrictJSON
import Vocabulary

/// Projects for tests, small enough to read.
enum FakeProjects {
  /// Two responses, a preference with strength, a reason when it is no tie.
  static func comparison(id: UInt8 = 1, tasks: Int = 3) throws -> FakeDesk {
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
        """.utf8),
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
    let id = ID(unchecked: [UInt8](repeating: UInt8(index + 1), count: ID.length))
    return Array(#"{"id":"\#(id.hex)","fields":"#.utf8) + Array(fields.utf8) + Array("}".utf8)
  }
}
