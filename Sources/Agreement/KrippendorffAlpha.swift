/// Krippendorff's alpha: agreement of any number of raters, each of whom may have left units out.
///
/// Units with fewer than two ratings pair with nothing and are left out. The state is whole
/// numbers only, so that parts of a data set may be added on several machines and merged in any
/// order with the same result to the last bit.
///
/// After Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D and E.
public struct KrippendorffAlpha: Equatable, Sendable {
  /// How far two different values are apart.
  public enum Level: String, CaseIterable, Sendable {
    /// Different is different.
    case nominal
    /// By the number of ratings that lie between the two. Needs numbers.
    case ordinal
    /// By the square of the difference. Needs numbers.
    case interval
  }

  /// The level of measurement that was asked for.
  public let level: Level
  /// Ratings of each value in the units that count.
  private var totals: [Category: Int] = [:]
  /// For each number of ratings a unit has: how often two different values met in one unit.
  private var meetings: [Int: [CategoryPair: Int]] = [:]
  private var units = 0
  private var leftOut = 0

  /// An empty accumulator for `level`.
  public init(_ level: Level) {
    self.level = level
  }

  /// Adds one unit: its value by rater. Raters who left the unit out are absent.
  public mutating func add(unit ratings: [String: Category]) {
    guard ratings.count > 1 else {
      leftOut += 1
      return
    }
    units += 1
    let histogram = ratings.values.histogram
    for (value, count) in histogram { totals[value, default: 0] += count }
    for (place, first) in histogram.enumerated() {
      for second in histogram.dropFirst(place + 1) {
        let pair = CategoryPair(first.value, second.value)
        meetings[ratings.count, default: [:]][pair, default: 0] += first.count * second.count
      }
    }
  }

  /// Adds what another accumulator of the same level has seen of other units.
  public mutating func merge(_ other: KrippendorffAlpha) {
    precondition(level == other.level, "accumulators of two levels don't merge")
    totals.merge(other.totals, uniquingKeysWith: +)
    for (size, pairs) in other.meetings {
      meetings[size, default: [:]].merge(pairs, uniquingKeysWith: +)
    }
    units += other.units
    leftOut += other.leftOut
  }

  /// Alpha over all that was added; undefined without a pair, without variation, or where the
  /// level needs numbers and a rating is none.
  public func value() -> Coefficient {
    guard units > 0 else { return undefined(.noPairs) }
    guard let positions = positions() else { return undefined(.notNumbers) }
    guard totals.count > 1 else { return undefined(.noVariation) }
    let expected = expectedDisagreement(positions)
    guard expected > 0 else { return undefined(.noVariation) }
    let ratings = Double(totals.values.reduce(0, +))
    let alpha = 1 - (ratings - 1) * observedDisagreement(positions) / expected
    return Coefficient(alpha, units: units, leftOut: leftOut)
  }

  private func undefined(_ reason: Coefficient.Undefined) -> Coefficient {
    Coefficient(undefined: reason, units: units, leftOut: leftOut)
  }
}

extension KrippendorffAlpha {
  /// Where each value stands on a line on which the squared distance is the level's difference;
  /// empty for the nominal level, nil where a value that must be a number is none.
  private func positions() -> [Category: Double]? {
    guard level != .nominal else { return [:] }
    var positions: [Category: Double] = [:]
    var below = 0
    for (value, count) in totals.sorted(by: { $0.key < $1.key }) {
      guard let number = value.finiteNumber else { return nil }
      // The ordinal metric, the ratings between two values counting the ends by half, is the
      // distance of their middle ranks.
      positions[value] = level == .interval ? number : Double(below) + Double(count) / 2
      below += count
    }
    return positions
  }

  /// The sum over ordered pairs of values of n(c) n(k) δ²(c,k).
  private func expectedDisagreement(_ positions: [Category: Double]) -> Double {
    let ratings = Double(totals.values.reduce(0, +))
    guard level != .nominal else {
      let alike = totals.values.reduce(0.0) { $0 + Double($1) * Double($1) }
      return ratings * ratings - alike
    }
    // By way of the mean, since the plain sum of squares loses what nearby values have in common.
    let places = totals.sorted { $0.key < $1.key }.map {
      (positions[$0.key] ?? 0, Double($0.value))
    }
    let mean = places.reduce(0.0) { $0 + $1.0 * $1.1 } / ratings
    let squares = places.reduce(0.0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }
    return 2 * ratings * squares
  }

  /// The sum over ordered pairs of values of o(c,k) δ²(c,k), o being the coincidence matrix.
  private func observedDisagreement(_ positions: [Category: Double]) -> Double {
    var sum = 0.0
    // In a fixed order, since sums of floating-point numbers depend on it.
    for (size, pairs) in meetings.sorted(by: { $0.key < $1.key }) {
      var part = 0.0
      for (pair, count) in pairs.sorted(by: { $0.key < $1.key }) {
        part += Double(count) * squaredDistance(pair, positions)
      }
      sum += 2 * part / Double(size - 1)
    }
    return sum
  }

  private func squaredDistance(_ pair: CategoryPair, _ positions: [Category: Double]) -> Double {
    guard level != .nominal, let first = positions[pair.first], let second = positions[pair.second]
    else { return 1 }
    return (first - second) * (first - second)
  }
}
