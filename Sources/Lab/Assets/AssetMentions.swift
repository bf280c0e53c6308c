import Vocabulary

/// The images that a Markdown text names: `![…](assets/<sha256>)` (formats.md, section 6).
enum AssetMentions {
  private static let opening = Array("](assets/".utf8)

  /// The hashes that `text` names, in its order, each once. In a task's line a slash may be spelled
  /// `\/`.
  static func find(in text: [UInt8]) -> [Digest] {
    var found: [Digest] = []
    var place = 0
    while place < text.count {
      guard text[place] == 0x5D, let start = end(of: opening, in: text, at: place),
        let digest = digest(in: text, at: start)
      else {
        place += 1
        continue
      }
      if !found.contains(digest) { found.append(digest) }
      place = start
    }
    return found
  }

  /// Where `pattern` ends if it stands at `place`, escaped slashes included.
  private static func end(of pattern: [UInt8], in text: [UInt8], at place: Int) -> Int? {
    var place = place
    for byte in pattern {
      if byte == 0x2F, place < text.count, text[place] == 0x5C { place += 1 }
      guard place < text.count, text[place] == byte else { return nil }
      place += 1
    }
    return place
  }

  private static func digest(in text: [UInt8], at start: Int) -> Digest? {
    let end = start + Digest.length * 2
    guard end < text.count, text[end] == 0x29 else { return nil }
    return Digest(hex: String(decoding: text[start..<end], as: UTF8.self))
  }
}
