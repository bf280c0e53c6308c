import Room
import Testing

@Suite struct NameRuleTests {
  @Test(arguments: [
    "", String(repeating: "ä", count: 51), "two\nlines", "\u{1b}[31mred", "del\u{7f}",
  ])
  func isNone(name: String) { #expect(!NameRule.allows(name)) }

  @Test(arguments: ["a", "Room 7", "Björn Ångström", "رنا", String(repeating: "x", count: 100)])
  func isOne(name: String) { #expect(NameRule.allows(name)) }
}
