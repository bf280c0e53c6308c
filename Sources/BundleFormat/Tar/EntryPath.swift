import Vocabulary

/// The grammar of an entry's path: what a path is before anyone asks whether it belongs here
/// (formats.md, section 9).
///
/// ASCII letters, digits, `.`, `_` and `-` only, so that no two paths can look alike, no terminal
/// is written to by a listing, and every file system and tool reads the same name.
enum EntryPath {
  /// What is wrong with `path`, in words that don't repeat it; nil for a good one.
  static func problem(_ path: some Collection<UInt8>) -> String? {
    if path.isEmpty { return "is empty" }
    if path.count > Limits.path { return "is longer than \(Limits.path) bytes" }
    if !path.allSatisfy({ $0 == separator || isName($0) }) {
      return "holds a character other than letters, digits, '.', '_', '-' and '/'"
    }
    let names = path.split(separator: separator, omittingEmptySubsequences: false)
    if names.count > Limits.pathDepth { return "is more than \(Limits.pathDepth) names deep" }
    if names.contains(where: { $0.isEmpty }) { return "is absolute or has an empty name" }
    if names.contains(where: { $0.allSatisfy { $0 == dot } }) { return "has a name of dots" }
    return nil
  }

  private static let separator: UInt8 = 0x2F
  private static let dot: UInt8 = 0x2E

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, dot, 0x5F, 0x2D: true
    default: false
    }
  }
}
