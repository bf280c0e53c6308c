import Testing

@testable import BundleFormat

@Suite struct EntryPathTests {
  @Test(arguments: ["a", "project.json", "assets/0a", "A-b_c.d", "a/b/c/d/e/f/g/h"])
  func goodPaths(_ path: String) {
    #expect(EntryPath.problem(path.utf8) == nil)
  }

  @Test(arguments: [
    "", "/", "/etc/passwd", "a//b", "a/", "..", "../a", "a/../b", "a/..", ".", "./a", "a/.",
    "a/b/c/d/e/f/g/h/i", String(repeating: "a", count: 101),
  ])
  func pathsThatLeadAstray(_ path: String) {
    #expect(EntryPath.problem(path.utf8) != nil)
  }

  @Test(arguments: [
    "a\u{0}b", "a\nb", "a\rb", "a\u{1B}[2Jb", "a\tb", "a b", "a\\b", "C:a", "a*", "a?", "~a", "$a",
    "a\u{202E}gnp", "a\u{2066}b", "\u{E9}", "e\u{301}", "a\u{200B}", "\u{FF0E}\u{FF0E}", "a\u{7F}",
  ])
  func charactersThatDisguise(_ path: String) {
    #expect(EntryPath.problem(path.utf8) != nil)
  }

  @Test func bytesThatAreNoText() {
    #expect(EntryPath.problem([0x61, 0xFF]) != nil)
    #expect(EntryPath.problem([0xC0, 0xAE, 0xC0, 0xAE]) != nil)
  }
}
