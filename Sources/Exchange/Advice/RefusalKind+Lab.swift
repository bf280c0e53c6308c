extension RefusalKind {
  /// The same for whoever takes a stick in at the lab: it is the room's custodian who is called.
  var adviceAtLab: RefusalAdvice {
    switch self {
    case .damaged:
      RefusalAdvice(
        "A file on the stick is damaged or was swapped", Self.stays,
        "Have the room write its results onto another stick.")
    case .unsigned:
      RefusalAdvice(
        "The stick is not signed by the room that it names", Self.stays,
        "Keep the stick and call the room's custodian: somebody else may have written it.")
    case .contradiction:
      RefusalAdvice(
        "The room contradicts what it signed before", Self.apart,
        "Stop work in that room (freeze), keep the evidence (custody -o FOLDER), and call its "
          + "custodian: there may be a copy of it.")
    case .expired:
      RefusalAdvice(
        "The signatures on the stick have run out", Self.stays, "Have the room write it anew.")
    case .elsewhere:
      RefusalAdvice(
        "What is on the stick is of another room, project or lab", Self.stays,
        "Look which room's stick this is.")
    case .gap:
      RefusalAdvice(
        "Something that belongs before it has not come", Self.stays,
        "Sync the sticks that are still under way; the room keeps all until it has a receipt.")
    case .stranger:
      RefusalAdvice(
        "The room speaks of something that this lab never sent", Self.stays,
        "Call the room's custodian, and ask who else may hold the lab's keys.")
    case .malformed:
      RefusalAdvice(
        "What the room signed is not well made inside", Self.stays,
        "Call the room's custodian: the program there may be another one than Airlock.")
    case .newer:
      RefusalAdvice(
        "The room sent something that this program doesn't know", Self.stays,
        "Update Airlock at the lab, then sync the stick again.")
    case .history:
      RefusalAdvice(
        "The room's log or its answers don't hold together", Self.stays,
        "Call the room's custodian: answers or the log may have been changed.")
    case .waiting, .revoked: advice
    case .restored:
      RefusalAdvice(
        "The room's store is not the one that made the last exchange", Self.stays,
        "Call the room's custodian: the room was put back from a copy, or copied.")
    case .limit:
      RefusalAdvice(
        "It is larger than anything that the rules allow", Self.stays,
        "Call the room's custodian: no room makes anything so large.")
    case .unknown:
      RefusalAdvice("It was refused", Self.stays, "Keep the stick and call the room's custodian.")
    }
  }

  private static let stays =
    "Nothing is lost: nothing of it was taken in, and the room keeps it until it has a receipt."
  private static let apart =
    "Nothing is lost: note and archive are kept as evidence and count in nothing."
}
