/// Fleiss' kappa: agreement of several ratings a unit, whoever gave them.
///
/// Fleiss wants the same number of ratings in every unit. Where it differs, this is Gwet's
/// generalisation, which is Fleiss' own where it doesn't: each unit with two ratings or more has
/// its share of agreeing pairs, and each unit with a rating the same weight in how often a value is
/// used. A unit with a single rating thus counts in the latter only and is reported as left out.
///
/// After Fleiss, "Measuring nominal scale agreement among many raters" (1971), and Gwet, "Handbook
/// of Inter-Rater Reliability" (4th edition, 2014), chapter 2.
public struct FleissKappa: Equatable, Sendable {
  /// What is known of the units that have one number of ratings; whole numbers, so that they
  /// merge without rounding.
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
    guard !ratings.isEmpty else { return }
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

  /// Kappa over all that was added; undefined without a unit that has two ratings, or where all
  /// ratings are the same.
  public func value() -> Coefficient {
    let paired = groups.reduce(0) { $0 + ($1.key > 1 ? $1.value.units : 0) }
    let leftOut = units - paired
    guard paired > 0 else {
      return Coefficient(undefined: .noPairs, units: 0, leftOut: leftOut)
    }
    guard Set(groups.values.flatMap { $0.totals.keys }).count > 1 else {
      return Coefficient(undefined: .noVariation, units: paired, leftOut: leftOut)
    }
    let observed = agreeingPairs() / Double(paired)
    let expected = chanceAgreement()
    return Coefficient((observed - expected) / (1 - expected), units: paired, leftOut: leftOut)
  }

  /// The sum over units of the share of their pairs of ratings that agree.
  private func agreeingPairs() -> Double {
    groups.sorted { $0.key < $1.key }.filter { $0.key > 1 }.reduce(0) { sum, entry in
      let (size, group) = entry
      return sum + Double(group.squares - group.units * size) / Double(size * (size - 1))
    }
  }

  /// The sum over values of the squared share of ratings, each unit weighing the same.
  private func chanceAgreement() -> Double {
    var shares: [Category: Double] = [:]
    // In a fixed order, since sums of floating-point numbers depend on it.
    for (size, group) in groups.sorted(by: { $0.key < $1.key }) {
      for (value, count) in group.totals {
        shares[value, default: 0] += Double(count) / Double(size)
      }
    }
    let rated = Double(groups.values.reduce(0) { $0 + $1.units })
    return shares.sorted { $0.key < $1.key }
      .reduce(0) { $0 + ($1.value / rated) * ($1.value / rated) }
  }
}
