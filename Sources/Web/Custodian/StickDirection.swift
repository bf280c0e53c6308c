/// What an exchange with a stick is to do.
public enum StickDirection: String, Sendable {
  /// Take in what came from the lab, and nothing else.
  case takeIn = "take-in"
  /// Put out what goes to the lab, and nothing else.
  case putOut = "put-out"
  /// First take in, then put out.
  case both
}
