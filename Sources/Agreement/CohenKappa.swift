/// Cohen's kappa: agreement of two named raters on the units that both have rated.
///
/// Units that one of them has not rated are left out. Unweighted: different is different.
///
/// After Cohen, "A coefficient of agreement for nominal scales" (1960).
public struct CohenKappa: Equatable, Sendable {
  /// The raters, in the order that was given.
  public let raters: (first: String, second: String)
  /// How often the first said one value and the second the other.
  private var table: [CategoryPair: Int] = [:]
  private var leftOut = 0

  /// An empty accumulator for two raters.
  public init(_ first: String, _ second: String) {
    raters = (first, second)
  }

  /// Adds one unit: its value by rater. Other people's values are ignored.
  public mutating func add(unit ratings: [String: Category]) {
    guard let first = ratings[raters.first], let second = ratings[raters.second] else {
      leftOut += 1
      return
    }
    table[CategoryPair(first, second), default: 0] += 1
  }

  /// Adds what another accumulator has seen of the same two raters on other units.
  public mutating func merge(_ other: CohenKappa) {
    precondition(raters == other.raters, "accumulators of two pairs of raters don't merge")
    table.merge(other.table, uniquingKeysWith: +)
    leftOut += other.leftOut
  }

  /// Kappa over the units that both have rated; undefined where there is none, or where both gave
  /// one and the same value throughout.
  public func value() -> Coefficient {
    let units = table.values.reduce(0, +)
    guard units > 0 else { return Coefficient(undefined: .noPairs, units: 0, leftOut: leftOut) }
    var rows: [Category: Int] = [:]
    var columns: [Category: Int] = [:]
    var alike = 0
    for (pair, count) in table {
      rows[pair.first, default: 0] += count
      columns[pair.second, default: 0] += count
      if pair.first == pair.second { alike += count }
    }
    // Whole numbers up to the last step: `chance` is n² times the agreement expected by chance.
    let chance = rows.reduce(0) { $0 + $1.value * (columns[$1.key] ?? 0) }
    guard chance < units * units else {
      return Coefficient(undefined: .noVariation, units: units, leftOut: leftOut)
    }
    let kappa = Double(units * alike - chance) / Double(units * units - chance)
    return Coefficient(kappa, units: units, leftOut: leftOut)
  }

  public static func == (left: CohenKappa, right: CohenKappa) -> Bool {
    left.raters == right.raters && left.table == right.table && left.leftOut == right.leftOut
  }
}
