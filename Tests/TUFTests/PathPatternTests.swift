import Testing

@testable import TUF

/// Patterns of delegated paths (TUF 1.0, section 4.6).
@Suite struct PathPatternTests {
  @Test(arguments: [
    // The specification's own examples.
    ("targets/*.tgz", "targets/foo.tgz", true), ("targets/*.tgz", "targets/foo.txt", false),
    ("foo-version-?.tgz", "foo-version-2.tgz", true),
    ("foo-version-?.tgz", "foo-version-alpha.tgz", false),
    ("*.tgz", "foo.tgz", true), ("*.tgz", "targets/foo.tgz", false),
    ("foo.tgz", "foo.tgz", true), ("foo.tgz", "xfoo.tgz", false),
    // No wildcard stands for a slash.
    ("*", "a/b", false), ("?", "/", false), ("[!a]", "/", false), ("*/*", "a/b", true),
    ("*/*", "a/b/c", false), ("*", "", true), ("a/*", "a/", true), ("/*", "a", false),
    // Runs.
    ("a*b*c", "aXbYc", true), ("a*b*c", "abcbc", true), ("a*b*c", "abcb", false),
    ("**", "ab", true), ("*a", "aaa", true), ("*ab", "aab", true), ("a*", "b", false),
    // Sets.
    ("[abc]x", "bx", true), ("[a-c]x", "dx", false), ("[!a-c]x", "dx", true),
    ("[]a]", "]", true), ("[", "[", true), ("[a", "[a", true), ("[a-]", "-", true),
    ("[c-a]", "b", false), ("[*]", "*", true), ("[*]", "x", false),
    // What Unicode takes for one text is two paths.
    ("\u{E9}", "\u{E9}", true), ("\u{E9}", "e\u{301}", false), ("?", "e\u{301}", false),
  ])
  func aPatternMatchesTheWholePath(pattern: String, path: String, matches: Bool) {
    #expect(PathPattern(pattern).matches(path) == matches, "\(pattern) on \(path)")
  }

  @Test func aHostilePatternCostsNoMoreThanItsLength() {
    let pattern = PathPattern(String(repeating: "*a", count: 2_000) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 20_000)))
  }
}
