import StrictJSON

/// What the lab wrote, as the page gets it.
enum LetterView {
  static func write(_ letter: DeskLetter, _ object: inout JSONWriter) {
    object.member("notice", letter.notice)
    object.member("kind", letter.kind)
    object.member("text", letter.text)
    object.member("at", letter.at)
    if let question = letter.question { object.member("question", question) }
    if let position = letter.position { object.member("position", Int64(position)) }
    object.member("read", letter.isRead)
  }
}
