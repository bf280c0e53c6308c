public import Vocabulary

/// What came of comparing a trust file with the fingerprint that somebody typed.
public enum TrustOutcome: Sendable, Equatable {
  /// They agree; the project is trusted.
  case trusted(ID)
  /// They differ in these of the sixteen groups of four digits, counted from 1. One or two are a
  /// slip of the hand; most of them mean another file. Nothing was trusted.
  case differs([Int])
}
