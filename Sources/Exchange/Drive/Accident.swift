/// What can happen to a simulated stick.
public enum Accident: Equatable, Sendable {
  /// It is pulled out in the given step, counted from 1: that step and all that follow fail, and
  /// what wasn't synced is left as `tear` says.
  case pulled(step: Int, tear: Tear)
  /// The given step fails once, for that reason, and has no effect.
  case fails(step: Int, DriveFault.Kind)
  /// Only so many bytes more fit, and it says so.
  case full(after: Int)
  /// Only so many bytes more fit, and it doesn't say: somebody else writes too, or it is a forgery
  /// that claims a size it hasn't.
  case fullUnsaid(after: Int)
  /// Nothing can be changed.
  case readOnly
  /// A bit of what is written in the given step is flipped, as worn-out memory does.
  case flips(step: Int)

  /// What a power cut makes of what wasn't synced.
  public enum Tear: CaseIterable, Sendable {
    /// It never happened.
    case lost
    /// All of it happened.
    case kept
    /// New names have half of their bytes, and old names are still there.
    case torn
    /// Names that were changed are gone altogether: FAT writes a rename as two entries.
    case gone
  }
}
