/// Reasons that mean the same to whoever carries the stick.
enum RefusalKind {
  /// A file is not the one that was signed: damaged on the way, or swapped.
  case damaged
  /// Nobody whom this room trusts has signed it.
  case unsigned
  /// Signed by the right keys, and against what they signed before.
  case contradiction
  /// The signatures have run out.
  case expired
  /// For another room or project.
  case elsewhere
  /// Something in between hasn't come.
  case gap
  /// The other side speaks of something that this side never sent.
  case stranger
  /// Signed by the right keys, and not well made inside.
  case malformed
  /// This program doesn't know it.
  case newer
  /// The room's own log or acts don't hold together.
  case history
  /// A key or a log that the lab has to accept first.
  case waiting
  /// The lab has shut the room out.
  case revoked
  /// The store here is not the newest one.
  case restored
  /// A limit was passed.
  case limit
  /// Not known here.
  case unknown

  var advice: RefusalAdvice {
    switch self {
    case .damaged:
      RefusalAdvice(
        "A file on the stick is damaged or was swapped", Self.untouched,
        "Try another stick; if it happens again, call the lab.")
    case .unsigned:
      RefusalAdvice(
        "The stick is not signed by the lab that this room trusts", Self.untouched,
        "Keep the stick as it is and call the lab: somebody else may have written it.")
    case .contradiction:
      RefusalAdvice(
        "The stick contradicts what was signed before", Self.untouched,
        "Keep the stick as it is and call the lab: its keys may be in other hands.")
    case .expired:
      RefusalAdvice(
        "The signatures on the stick have run out", Self.untouched,
        "Take the stick to the lab and have it written anew.")
    case .elsewhere:
      RefusalAdvice(
        "What is on the stick is for another room or project", Self.untouched,
        "Ask the lab which stick is yours.")
    case .gap:
      RefusalAdvice(
        "Something that belongs before it has not come", Self.untouched,
        "Look for an older stick that was not used; else tell the lab which number is missing.")
    case .stranger:
      RefusalAdvice(
        "The other side speaks of something that was never sent from here",
        "Nothing is lost, and what else was on the stick was looked at as always.",
        "Call the lab: there may be a copy of this room.")
    case .malformed:
      RefusalAdvice(
        "What the stick brings is signed, but not well made inside", Self.untouched,
        "Call the lab: it has to make this anew.")
    case .newer:
      RefusalAdvice(
        "The stick brings something that this program doesn't know", Self.untouched,
        "Update Airlock, then use the stick again; tell the lab which version you have.")
    case .history:
      RefusalAdvice(
        "What came back does not hold together", Self.kept,
        "Call the room's custodian: answers or the log may have been changed.")
    case .waiting:
      RefusalAdvice(
        "Somebody at the lab has to accept this first", Self.kept,
        "Compare with the room by telephone, then accept it at the lab.")
    case .revoked:
      RefusalAdvice(
        "The lab has revoked this room", Self.kept,
        "Decide at the lab whether the room is let back in (revoke --lift).")
    case .restored:
      RefusalAdvice(
        "The room's store is not the one that made the last exchange", Self.untouched,
        "Call the lab before you go on: the room was put back from a copy, or copied.")
    case .limit:
      RefusalAdvice(
        "It is larger than anything that the rules allow", Self.untouched,
        "Call the lab: nothing that it makes is so large.")
    case .unknown:
      RefusalAdvice(
        "It was refused", Self.untouched, "Keep the stick as it is and call the lab.")
    }
  }

  private static let untouched =
    "Nothing is lost: nothing of it was taken in, and all that is here stays."
  private static let kept =
    "Nothing is lost: it is kept apart and counts in nothing until somebody has looked at it."
}
