import StrictJSON
import Testing

@Suite("The writer")
struct JSONWriterTests {
  @Test("Members in order, no white space, commas where they belong")
  func writesCompactly() {
    var writer = JSONWriter()
    writer.object { object in
      object.member("a", Int64(-1))
      object.member("b", true)
      object.memberNull("c")
      object.array("d") { list in
        list.string("x")
        list.object { _ in }
        list.array { $0.integer(2) }
      }
      object.member("e", raw: Array("1.0e2".utf8))
      object.object("f") { $0.member("g", "h") }
    }
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text == #"{"a":-1,"b":true,"c":null,"d":["x",{},[2]],"e":1.0e2,"f":{"g":"h"}}"#)
  }

  @Test("Escapes only what must be escaped, and that the short way")
  func escapesLittle() throws {
    var writer = JSONWriter()
    let text = "\u{0}\u{1f}\u{8}\t\n\u{C}\r\"\\/\u{7f}é\u{2028}😀"
    writer.string(text)
    let expected = "\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u{7f}é\u{2028}😀\""
    #expect(writer.bytes == Array(expected.utf8))
    #expect(try JSONDocument(writer.bytes).root.string() == text)
  }

  @Test("A number reads back as the same number", arguments: [0.1, -2.5e-300, 1e22, 7])
  func writesNumbers(_ number: Double) throws {
    var writer = JSONWriter()
    writer.number(number)
    #expect(try JSONDocument(writer.bytes).root.number() == number)
  }
}
