import StrictJSON

/// A project's row as the page gets it.
enum CardView {
  static func write(_ card: ProjectCard, _ object: inout JSONWriter) {
    object.member("id", card.id)
    object.member("codename", card.codename)
    object.member("version", card.version)
    object.member("total", Int64(card.total))
    object.member("answered", Int64(card.answered))
    object.member("skipped", Int64(card.skipped))
    object.member("drafts", Int64(card.drafts))
    write(card.notes, &object)
  }

  private static func write(_ notes: ProjectCard.Notes, _ object: inout JSONWriter) {
    object.member("flagged", Int64(notes.flagged))
    if let kind = notes.kind { object.member("kind", kind) }
    if let asks = notes.asks { object.member("asks", asks) }
    object.member("unread", Int64(notes.unread))
    object.member("unbegun", notes.isUnbegun)
    if let pause = notes.pause { object.member("pause", pause) }
    if let practice = notes.practice {
      object.object("practice") { PracticeView.writeProgress(practice, &$0) }
    }
    object.array("letters") { array in
      for letter in notes.letters { array.object { LetterView.write(letter, &$0) } }
    }
    if let takenOut = notes.takenOut { object.member("takenOut", takenOut) }
  }
}
