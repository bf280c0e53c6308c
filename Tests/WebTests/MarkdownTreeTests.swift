import StrictJSON
import Testing

@testable import Web

/// Model output as a tree: what is kept, what can't come through.
struct MarkdownTreeTests {
  private func tree(_ text: String) throws -> String {
    var writer = JSONWriter()
    MarkdownTree.write(Array(text.utf8), to: &writer)
    _ = try JSONDocument(writer.bytes)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func blocks() throws {
    #expect(
      try tree("# A\n\nb *c* **d** ~~e~~ `f`") == #"[{"t":"h3","c":["A"]},{"t":"p","c":["b ","#
        + #"{"t":"em","c":["c"]}," ",{"t":"strong","c":["d"]}," ",{"t":"del","c":["e"]}," ","#
        + #"{"t":"code","text":"f"}]}]"#)
  }

  @Test func lists() throws {
    #expect(
      try tree("3. a\n4. b\n   - c") == #"[{"t":"ol","start":3,"c":[{"t":"li","c":["a"]},"#
        + #"{"t":"li","c":["b",{"t":"ul","c":[{"t":"li","c":["c"]}]}]}]}]"#)
    #expect(
      try tree("- a\n\n- b").contains(#"{"t":"li","c":[{"t":"p","c":["a"]}]}"#))
  }

  @Test func tables() throws {
    #expect(
      try tree("|a|b|\n|:-|-:|\n|1|2|") == #"[{"t":"table","align":["l","r"],"c":["#
        + #"{"t":"tr","c":[{"t":"td","c":["a"]},{"t":"td","c":["b"]}]},"#
        + #"{"t":"tr","c":[{"t":"td","c":["1"]},{"t":"td","c":["2"]}]}]}]"#)
  }

  @Test func codeKeepsItsInfo() throws {
    #expect(
      try tree("```swift\nlet a = 1\n```")
        == #"[{"t":"pre","text":"let a = 1\n","info":"swift"}]"#)
  }

  @Test("HTML is shown as the text that it is")
  func html() throws {
    #expect(
      try tree("a <script>alert(1)</script> b")
        == #"[{"t":"p","c":["a ","<script>","alert(1)","</script>"," b"]}]"#)
    #expect(
      try tree("<img src=x onerror=alert(1)>")
        == #"[{"t":"plain","text":"<img src=x onerror=alert(1)>\n"}]"#)
  }

  @Test("A link is its words and its address, whatever the address; an image is not loaded")
  func links() throws {
    #expect(
      try tree("[a](javascript:alert(1))")
        == #"[{"t":"p","c":[{"t":"link","to":"javascript:alert(1)","c":["a"]}]}]"#)
    #expect(
      try tree("![a *b*](https://e.example/x.png)")
        == #"[{"t":"p","c":[{"t":"image","to":"https://e.example/x.png","alt":"a b"}]}]"#)
  }

  @Test("Only an asset's own address becomes an image")
  func assets() throws {
    let hash = String(repeating: "a1", count: 32)
    #expect(
      try tree("![x](assets/\(hash))").contains(#"{"t":"asset","sha256":"\#(hash)","alt":"x"}"#))
    for address in ["assets/\(hash)0", "/assets/\(hash)", "assets/../x", "Assets/\(hash)"] {
      #expect(try !tree("![x](\(address))").contains("asset\""))
    }
  }

  @Test("Formulas keep every backslash, star and underscore")
  func math() throws {
    #expect(
      try tree(#"so $a_1*b*c_2$ and \(x\) hold"#)
        == #"[{"t":"p","c":["so ",{"t":"math","text":"$a_1*b*c_2$"}," and ","#
        + #"{"t":"math","text":"\\(x\\)"}," hold"]}]"#)
    #expect(try tree("$$\na * b * c\n$$").contains(#"{"t":"math","text":"$$\na * b * c\n$$"}"#))
    #expect(try tree("`$a$` costs $5 or $6").contains("math") == false)
    #expect(try tree("```\necho $HOME $PATH$\n```").contains(#""text":"echo $HOME $PATH$\n""#))
    #expect(try tree(#"an \$escaped$ sign"#).contains("math") == false)
  }

  @Test("Text that holds the marks which stand for formulas is left as it is")
  func forgedMarks() throws {
    #expect(try tree("\u{F8FE}0\u{F8FF} $a$") == #"[{"t":"p","c":["\#u{F8FE}0\#u{F8FF} $a$"]}]"#)
  }

  @Test("NUL becomes U+FFFD; a lone surrogate too, as one")
  func oddCharacters() throws {
    #expect(try tree("a\0b") == #"[{"t":"p","c":["a\#u{FFFD}b"]}]"#)
    #expect(
      TaskText.replacingSurrogates([0x61, 0xED, 0xA0, 0xBD, 0x62])
        == [0x61, 0xEF, 0xBF, 0xBD, 0x62])
    #expect(TaskText.replacingSurrogates([0xED, 0x9F, 0xBF]) == [0xED, 0x9F, 0xBF])
    #expect(TaskText.replacingSurrogates([0xED, 0xA0]) == [0xEF, 0xBF, 0xBD])
  }

  @Test("Nesting is flattened below a depth; the words stay")
  func deep() throws {
    let text = String(repeating: "> ", count: 500) + "end"
    let result = try tree(text)
    #expect(result.contains("end"))
    #expect(result.count < 2_000)
    #expect(try tree(String(repeating: "*", count: 3_000) + "a").contains("a"))
  }

  @Test("What is too long for the parser is shown as plain text, all of it")
  func long() throws {
    let text = String(repeating: "a*b ", count: 40_000)
    #expect(try tree(text) == #"[{"t":"plain","text":"\#(text)"}]"#)
  }

  @Test(
    "Inputs that make Markdown parsers slow stay within seconds",
    arguments: [
      "[", "![[]()", "*a_ ", "`a``b```", ">", "- ", "<!", "a**b", "[a](<b", "|a", "\\(", "$a ",
      "~a~~", "&", "<?", "$$a\\(", "$\\$", "![a](", "* a\n", "> - ",
    ])
  func pathological(_ part: String) throws {
    let text = String(repeating: part, count: MarkdownTree.longest / part.utf8.count)
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try tree(text) }
    #expect(time < .seconds(20), "\(part): \(time)")
  }
}
