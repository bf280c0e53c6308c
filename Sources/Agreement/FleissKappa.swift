/// Fleiss' kappa: agreement of a fixed number of ratings a unit, whoever gave them.
///
/// The coefficient is defined for units that all have the same number of ratings. Where they
/// haven't, it is taken over the largest group of units that have (of two equally large groups the
/// one with more ratings), and the others are left out and counted; units with fewer than two
/// ratings are always left out. Krippendorff's alpha uses them all.
///
/// After Fleiss, "Measuring nominal scale agreement among many raters" (1971).
public struct FleissKappa: Equatable, Sendable {
  /// What is known of the units that have one number of ratings.
  private struct Group: Equatable {
    var units = 0
    /// The sum over units and values of the squared number of ratings.
    var squares = 0
    var totals: [Category: Int] = [:]
  }

  private var groups: [Int: Group] = [:]
  private var units = 0

  /// An empty accumulator.
  public init() {}

  /// Adds one unit: its value by rater.
  public mutating func add(unit ratings: [String: Category]) {
    units += 1
    guard ratings.count > 1 else { return }
    var group = groups[ratings.count] ?? Group()
    group.units += 1
    for (value, count) in ratings.values.histogram {
      group.squares += count * count
      group.totals[value, default: 0] += count
    }
    groups[ratings.count] = group
  }

  /// Adds what another accumulator has seen of other units.
  public mutating func merge(_ other: FleissKappa) {
    units += other.units
    for (size, theirs) in other.groups {
      var group = groups[size] ?? Group()
      group.units += theirs.units
      group.squares += theirs.squares
      group.totals.merge(theirs.totals, uniquingKeysWith: +)
      groups[size] = group
    }
  }

  /// Kappa over the largest group of units with the same number of ratings; undefined without a
  /// unit that has two, or where all its ratings are the same.
  public func value() -> Coefficient {
    let largest = groups.max { ($0.value.units, $0.key) < ($1.value.units, $1.key) }
    guard let (size, group) = largest else {
      return Coefficient(undefined: .noPairs, units: 0, leftOut: units)
    }
    let leftOut = units - group.units
    guard group.totals.count > 1 else {
      return Coefficient(undefined: .noVariation, units: group.units, leftOut: leftOut)
    }
    let ratings = Double(group.units) * Double(size)
    let observed = (Double(group.squares) - ratings) / (ratings * Double(size - 1))
    let chance = group.totals.values.reduce(0.0) { $0 + Double($1) * Double($1) }
    let expected = chance / (ratings * ratings)
    let kappa = (observed - expected) / (1 - expected)
    return Coefficient(kappa, units: group.units, leftOut: leftOut)
  }
}
