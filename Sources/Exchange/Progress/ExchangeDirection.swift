/// Which way an exchange goes.
public enum ExchangeDirection: String, Sendable, CaseIterable {
  /// What the stick brings is taken in, then what goes is put out.
  case both
  /// Only what the stick brings.
  case takeIn = "take-in"
  /// Only what goes onto the stick.
  case putOut = "put-out"

  /// Whether what the stick brings is taken in.
  public var takesIn: Bool { self != .putOut }
  /// Whether the stick is written.
  public var putsOut: Bool { self != .takeIn }
}
