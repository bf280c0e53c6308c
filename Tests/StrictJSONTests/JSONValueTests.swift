import StrictJSON
import Testing
import Vocabulary

@Suite("Values say what they are")
struct JSONValueTests {
  private func value(_ text: String) throws -> JSONValue {
    try JSONDocument(Array(text.utf8)).root
  }

  private func code(_ body: () throws -> Void) -> JSONFault.Code? {
    do { try body() } catch let fault as JSONFault { return fault.code } catch {}
    return nil
  }

  @Test("An integer is spelled as one", arguments: ["1.0", "1e3", "-0", "9007199254740993", "-1"])
  func refusesOddIntegers(_ text: String) throws {
    let number = try value(text)
    #expect(code { _ = try number.integer() } == .integer)
  }

  @Test("An integer of a thousand digits is refused, not wrapped")
  func refusesHugeIntegers() throws {
    let number = try value(String(repeating: "9", count: 1_000))
    #expect(code { _ = try number.integer(0...Int64.max) } == .integer)
    #expect(try value("18446744073709551615").number() == 18446744073709551615.0)
  }

  @Test("Integers at the ends of their range")
  func takesIntegers() throws {
    #expect(try value("0").integer() == 0)
    #expect(try value("9007199254740991").integer() == Limits.maxInteger)
    #expect(try value("-5").integer(-10...10) == -5)
    #expect(code { _ = try value("11").integer(-10...10) } == .integer)
    #expect(code { _ = try value("\"1\"").integer() } == .type)
  }

  @Test("Numbers within the range of a double")
  func takesNumbers() throws {
    #expect(try value("-0.50").number() == -0.5)
    #expect(try value("1.0e2").number() == 100)
    #expect(code { _ = try value("1e999").number() } == .value)
  }

  @Test("A string with a lone surrogate has scalars but is no String")
  func lonelySurrogates() throws {
    let text = try value("\"a\\ud83d\\u0041\\uD83D\\uDE00\\udc00é\"")
    #expect(code { _ = try text.string() } == .value)
    #expect(try text.scalars() == [0x61, 0xD83D, 0x41, 0x1F600, 0xDC00, 0xE9])
    #expect(try text.scalarCount() == 6)
    #expect(
      try value("\"\\uD83D\\uDE00 \\b\\f\\n\\r\\t\\\"\\\\\\/\"").string()
        == "😀 \u{8}\u{C}\n\r\t\"\\/")
  }

  @Test("Members by name, whatever spelling the name has")
  func findsMembers() throws {
    let object = try value("{\"x\":1,\"\\u0061\":2,\"\\ud83d\":3,\"a\\/b\":{\"c\":[4,5]}}")
    #expect(try object["a"]?.integer() == 2)
    #expect(object["b"] == nil)
    #expect(object.members.map(\.name) == ["x", "a", "\\ud83d", "a/b"])
    #expect(object.members.map(\.value.nameBytes)[2] == [0xED, 0xA0, 0xBD])
    #expect(object.count == 4)
    let deep = try #require(object.at(JSONPointer("/a~1b/c/1")))
    #expect(try deep.integer() == 5)
    #expect(deep.pointer == "/a~1b/c/1")
    #expect(object.at(try JSONPointer("/a~1b/c/2")) == nil)
    #expect(object.at(try JSONPointer("/a~1b/c/01")) == nil)
    #expect(object.at(try JSONPointer("/a~1b/c/-")) == nil)
    #expect(object.at(try JSONPointer("/x/y")) == nil)
    #expect(object.at(try JSONPointer(""))?.kind == .object)
  }

  @Test("A pointer that is none", arguments: ["a", "a/b", "/~", "/~2", "/a~"])
  func refusesPointers(_ text: String) {
    #expect(code { _ = try JSONPointer(text) } == .value)
  }

  @Test("An unknown or missing member is named")
  func namesMembers() throws {
    let object = try value("[{\"a\":1,\"b\":2}]").elements.first { _ in true }
    let fault = #expect(throws: JSONFault.self) { try object?.onlyMembers(["a"]) }
    #expect(fault?.code == .unknown)
    #expect(fault?.pointer == "/0/b")
    let missing = #expect(throws: JSONFault.self) { _ = try object?.require("c") }
    #expect(missing?.pointer == "/0/c")
    #expect(missing?.expected.contains("\"c\"") == true)
  }

  @Test("Ids and hashes: lowercase hexadecimal of the right length")
  func readsFixedBytes() throws {
    let digits = String(repeating: "0a", count: 16)
    #expect(try value("\"\(digits)\"").id().hex == digits)
    #expect(code { _ = try value("\"\(digits.uppercased())\"").id() } == .value)
    #expect(code { _ = try value("\"\(digits)\"").digest() } == .value)
    #expect(try value("\"\(digits)\(digits)\"").digest().hex == digits + digits)
    #expect(try value("\"0123456789abcdef\"").epoch().hex == "0123456789abcdef")
  }
}
