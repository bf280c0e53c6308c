import Cryptography
import Testing

@testable import CommandSupport

@Suite struct TypedLineTests {
  @Test func backspaceTakesOneWholeCharacter() {
    #expect(typed(Array("aé".utf8) + [0x7F]) == Array("a".utf8))
    #expect(typed([0x7F, 0x08] + Array("b".utf8)) == Array("b".utf8))
  }

  @Test func controlUStartsAgain() {
    #expect(typed(Array("wrong".utf8) + [0x15] + Array("right".utf8)) == Array("right".utf8))
  }

  @Test func returnEndsAndControlCCancels() {
    var line = TypedLine(limit: 8)
    #expect(line.take(UInt8(ascii: "x")) == .more)
    #expect(line.take(0x0D) == .done)
    #expect(line.take(0x03) == .cancelled)
  }

  @Test func theEndOfInputCancelsAnEmptyLineOnly() {
    var line = TypedLine(limit: 8)
    #expect(line.take(nil) == .cancelled)
    #expect(line.take(UInt8(ascii: "x")) == .more)
    #expect(line.take(nil) == .done)
  }

  @Test func whatPassesTheLimitIsIgnored() {
    #expect(typed(Array("abc".utf8), limit: 2) == Array("ab".utf8))
  }

  private func typed(_ keys: [UInt8], limit: Int = 64) -> [UInt8] {
    var line = TypedLine(limit: limit)
    for key in keys { _ = line.take(key) }
    return line.secret().revealed()
  }
}
