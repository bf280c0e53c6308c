import StrictJSON
import Testing
import Vocabulary

@Suite("A document is refused for the right reason, at the right place")
struct JSONDocumentTests {
  private func fault(_ text: String) -> JSONFault? { fault(Array(text.utf8)) }

  private func fault(_ bytes: [UInt8]) -> JSONFault? {
    do {
      _ = try JSONDocument(bytes)
      return nil
    } catch { return error }
  }

  @Test(
    "Everything that is no JSON",
    arguments: [
      "", " ", "{", "[", "[1", "[1,", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}",
      "{a:1}", "{'a':1}", "{\"a\" 1}", "[1 2]", "tru", "nul", "falsE", "True", "01", "-01", "-",
      "1.",
      ".5", "1e", "1e+", "+1", "\"abc", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"a\tb\"",
      "\"a\nb\"", "\"ab\u{0}\"", "}", "]", "[}", "{]", "//x\n1", "\u{2028}1", "\u{A0}1",
    ])
  func refusesSyntax(_ text: String) {
    #expect(fault(text)?.code == .syntax)
    #expect(fault(text)?.refusal.code == .jsonSyntax)
  }

  @Test(
    "Something after the value",
    arguments: ["1 2", "{}{}", "[] x", "0x10", "null\u{0}", "\"a\"\"b\""])
  func refusesTrailing(_ text: String) {
    #expect(fault(text)?.code == .trailing)
  }

  @Test("A byte order mark, UTF-16, UTF-32")
  func refusesOtherEncodings() {
    #expect(fault([0xEF, 0xBB, 0xBF, 0x31])?.code == .encoding)
    #expect(fault(Array("{}".utf16.flatMap { [UInt8($0), 0] }))?.code == .encoding)
    #expect(fault(Array("{}".utf16.flatMap { [0, UInt8($0)] }))?.code == .encoding)
    #expect(fault([0xFF, 0xFE, 0x31, 0])?.code == .encoding)
    #expect(fault([0xFE, 0xFF, 0, 0x31])?.code == .encoding)
    #expect(fault([0, 0, 0, 0x31])?.code == .encoding)
  }

  @Test(
    "Bytes that are no UTF-8",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xE2, 0x28, 0xA1],
    ] as [[UInt8]])
  func refusesBadUTF8(_ bytes: [UInt8]) {
    #expect(fault([0x22] + bytes + [0x22])?.code == .encoding)
    #expect(fault(Array("\"plain text before it, long enough ".utf8) + bytes)?.code == .encoding)
  }

  @Test("A name twice, also when one is spelled with escapes")
  func refusesDuplicates() {
    #expect(fault("{\"a\":1,\"a\":2}")?.code == .duplicate)
    #expect(fault("{\"a\":1,\"\\u0061\":2}")?.code == .duplicate)
    #expect(fault("{\"\\u00e4\":1,\"ä\":2}")?.code == .duplicate)
    #expect(fault("{\"\\ud83d\\ude00\":1,\"😀\":2}")?.code == .duplicate)
    #expect(fault("{\"\\ud83d\":1,\"\\uD83D\":2}")?.code == .duplicate)
    #expect(fault("{\"/\":1,\"\\/\":2}")?.code == .duplicate)
    #expect(fault("[0,{\"x\":{\"b\":1,\"c\":{},\"b\":2}}]")?.offset == 22)
    #expect(fault("[0,{\"x\":{\"b\":1,\"c\":{},\"b\":2}}]")?.pointer == "/1/x/b")
  }

  @Test("Names that only look alike are two")
  func keepsDifferentNames() {
    #expect(fault("{\"ä\":1,\"a\u{308}\":2}") == nil)
    #expect(fault("{\"a\":{\"a\":1},\"b\":{\"a\":1}}") == nil)
    #expect(fault("{\"\\ud83d\":1,\"\\ud83e\":2,\"\u{FFFD}\":3}") == nil)
    #expect(fault("{\"\":1,\" \":2,\"\\u0000\":3}") == nil)
  }

  @Test("A repeated name among very many is found where it stands")
  func findsDuplicateAmongMany() {
    let names = (0..<5_000).map { "\"name\($0 * 7919 % 5_000)\":\($0)" }
    #expect(fault("{" + names.joined(separator: ",") + "}") == nil)
    let start = "{" + names.joined(separator: ",") + ","
    let found = fault(start + "\"name\\u0031234\":0,\"z\":1}")
    #expect(found?.code == .duplicate)
    #expect(found?.offset == start.utf8.count)
  }

  @Test("Depth 64 is accepted and 65 is not")
  func limitsDepth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(fault(nested(64)) == nil)
    #expect(fault(nested(65))?.code == .depth)
    #expect(fault(String(repeating: "{\"a\":", count: 65))?.code == .depth)
    #expect(fault(String(repeating: "[", count: 1_000_000))?.refusal.code == .jsonDepth)
  }

  @Test("NaN and infinities", arguments: ["NaN", "[Infinity]", "-Infinity", "{\"a\":NaN}"])
  func refusesNaN(_ text: String) {
    #expect(fault(text)?.refusal.code == .jsonNaN)
  }

  @Test("The pointer leads to the place of the error, and can't play tricks on a terminal")
  func pointsToTheError() {
    #expect(fault("{\"a\":[1,{\"b/c~\":tru}]}")?.pointer == "/a/1/b~1c~0")
    #expect(fault("{\"\\u001b[31m\":{\"\\u202e\":x}}")?.pointer == "/\\u{1b}[31m/\\u{202e}")
    #expect(fault("[[],[0],[0,1,]]")?.pointer == "/2/2")
    #expect(fault("{\"a\":{\"b\":1,\"c}}")?.pointer == "/a")
    #expect(fault("{\"a\":{\"b\":1,\"c\"}}")?.pointer == "/a/c")
  }

  @Test("A refusal shows no byte of the file")
  func refusalIsOurWords() {
    let found = fault("{\"SECRET\":[SECRET]}")
    #expect(found?.refusal.why.contains("SECRET") == false)
    #expect(found?.refusal.why.contains("byte 11") == true)
  }

  @Test("What real data holds is accepted and stays as it is")
  func keepsTokens() throws {
    let text = " {\"a\" : [ 1.0e2,-0.50 , \"\\ud83d \\u0000\\/\u{2028}\u{FEFF}\" ] }\r\n"
    let document = try JSONDocument(Array(text.utf8))
    let list = try document.root.require("a")
    #expect(
      list.elements.map { String(decoding: $0.token, as: UTF8.self) } == [
        "1.0e2", "-0.50", "\"\\ud83d \\u0000\\/\u{2028}\u{FEFF}\"",
      ])
    #expect(String(decoding: document.root.token, as: UTF8.self).hasSuffix("}"))
    #expect(document.bytes == Array(text.utf8))
  }
}
