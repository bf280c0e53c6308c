import StrictJSON
import Testing
import Vocabulary

@testable import TUF

@Suite struct CanonicalValueTests {
  private func canonical(_ text: String) throws -> String {
    let value = try CanonicalValue(JSONDocument(Array(text.utf8)).root)
    return String(decoding: value.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (
      #" { "b" : [ 1 , -2, true,false,null ] , "a" : {} } "#,
      #"{"a":{},"b":[1,-2,true,false,null]}"#
    ),
    (#""a\u00e9\"\\\/\n\u0000""#, "\"aé\\\"\\\\/\n\u{0}\""),
    (#"{"é":1,"z":2,"Z":3,"𐀀":4,"\ue000":5}"#, "{\"Z\":3,\"z\":2,\"é\":1,\"\u{e000}\":5,\"𐀀\":4}"),
    ("-0", "0"), ("123456789012345678901234567890", "123456789012345678901234567890"),
  ])
  func form(_ text: String, _ expected: String) throws {
    #expect(try canonical(text) == expected)
  }

  @Test(arguments: ["1.0", "1e3", "[0.5]", #""\ud83d""#, #"{"\udc00":1}"#])
  func whatHasNoFormIsRefused(_ text: String) {
    #expect(throws: Refusal(.tufForm, "")) { try canonical(text) }
  }
}
