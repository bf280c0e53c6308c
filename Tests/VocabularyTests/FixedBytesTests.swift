import Testing
import Vocabulary

@Suite struct FixedBytesTests {
  @Test func hexGoesBothWays() throws {
    let id = try #require(ID(hex: "00ff102030405060708090a0b0c0d0e0"))
    #expect(id.hex == "00ff102030405060708090a0b0c0d0e0")
    #expect(id.bytes.count == 16)
  }

  @Test(arguments: ["", "00", "00FF102030405060708090a0b0c0d0e0", "0g"])
  func otherFormsAreRefused(_ text: String) {
    #expect(ID(hex: text) == nil)
  }

  @Test func refusalsAreEqualByCode() {
    #expect(Refusal("root", "one") == Refusal("root", "two"))
    #expect(Refusal("root", "one") != Refusal("receipt", "one"))
  }
}
