import Vocabulary

/// The lines of a note's text, of which there must be exactly so many.
enum NoteLines {
  /// Cuts `text` into `count` lines, each with its LF, the first of which is `first`. Throws
  /// `code` for any other text; `what` names the text in the refusal.
  static func split(
    _ text: [UInt8], count: Int, first: String, what: String, code: Refusal.Code
  ) throws(Refusal) -> [String] {
    // Bytes, since a String takes CR LF for one character.
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count == count + 1, lines.last?.isEmpty == true,
      lines[0].elementsEqual(first.utf8)
    else {
      throw Refusal(code, "the text is not that of \(what)")
    }
    return lines.dropLast().map { String(decoding: $0, as: UTF8.self) }
  }
}
