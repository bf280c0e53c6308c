/// What an accumulator says: a coefficient, or why there is none, and from how many units.
public struct Coefficient: Equatable, Sendable {
  /// At most 1; 0 is agreement as by chance, below 0 is worse than that. `nil` where undefined.
  public let value: Double?
  /// Why there is no value; `nil` where there is one.
  public let undefined: Undefined?
  /// The units that the value rests on.
  public let units: Int
  /// The units that were added and don't count, for the reason that the accumulator's page gives.
  public let leftOut: Int

  init(_ value: Double, units: Int, leftOut: Int) {
    self.value = value
    self.undefined = nil
    self.units = units
    self.leftOut = leftOut
  }

  init(undefined: Undefined, units: Int, leftOut: Int) {
    self.value = nil
    self.undefined = undefined
    self.units = units
    self.leftOut = leftOut
  }

  /// Why a coefficient has no value. The raw value is one clause for a person.
  public enum Undefined: String, Sendable {
    /// Agreement needs two ratings of the same unit.
    case noPairs = "no unit has ratings by two people"
    /// With one category used throughout, agreement by chance is already complete.
    case noVariation = "every rating is the same, so agreement can't be told from chance"
    /// An interval or ordinal level needs numbers.
    case notNumbers = "a rating is not a number"
  }
}
