import Testing

@testable import CommandSupport

@Suite struct ReportTests {
  private let report = Report.members([
    "id": "a\"b\\\n\u{7F}é", "left": nil as Report?, "n": 12, "alpha": .number(0.1),
    "none": .number(.nan), "ok": true, "raw": .token(Array("1.0e2".utf8)),
    "rooms": .list([.members(["name": "x", "tasks": 2]), .members(["name": "y", "tasks": 3])]),
    "empty": .list([]),
  ])

  @Test func asJSON() {
    let text = String(decoding: report.json, as: UTF8.self)
    #expect(
      text == #"{"id":"a\"b\\\n"# + "\u{7F}é"
        + #"","n":12,"alpha":0.1,"none":null,"ok":true,"raw":1.0e2,"#
        + #""rooms":[{"name":"x","tasks":2},{"name":"y","tasks":3}],"empty":[]}"#)
  }

  @Test func asLinesForPeople() {
    #expect(
      report.lines.dropFirst() == [
        "n: 12", "alpha: 0.1", "none: –", "ok: yes", "raw: 1.0e2", "rooms:", "  - name: x",
        "    tasks: 2", "  - name: y", "    tasks: 3", "empty: none",
      ])
  }

  @Test func escapesAndReorderingComeOutInert() {
    #expect(Inert.text("a\u{1B}[31mb\u{202E}c\nd é 漢") == #"a\u{1b}[31mb\u{202e}c\u{a}d é 漢"#)
  }
}
