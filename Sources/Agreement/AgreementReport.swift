/// All coefficients of one question at once, by the names under which they are reported.
///
/// An accumulator like those it holds: parts that were added apart may be merged in any order.
public struct AgreementReport: Equatable, Sendable {
  /// What a question's values are, which decides the coefficients that mean something for it.
  public enum Scale: Sendable {
    /// Options, winners, labels.
    case nominal
    /// Ratings and other numbers; they are compared as plain categories too.
    case numeric
  }

  private let scale: Scale
  private var alphas: [KrippendorffAlpha]
  private var fleiss = FleissKappa()
  private var pairs: [CategoryPair: CohenKappa] = [:]
  private var units = 0

  /// An empty report for a question whose values are of `scale`.
  public init(_ scale: Scale) {
    self.scale = scale
    alphas = (scale == .nominal ? [.nominal] : KrippendorffAlpha.Level.allCases)
      .map(KrippendorffAlpha.init)
  }

  /// Adds one unit: its value by rater. Raters who left the unit out are absent.
  public mutating func add(unit ratings: [String: Category]) {
    units += 1
    for place in alphas.indices { alphas[place].add(unit: ratings) }
    fleiss.add(unit: ratings)
    let raters = ratings.keys.sorted()
    for (place, first) in raters.enumerated() {
      for second in raters.dropFirst(place + 1) {
        let pair = CategoryPair(.text(first), .text(second))
        pairs[pair, default: CohenKappa(first, second)].add(unit: ratings)
      }
    }
  }

  /// Adds what another report on the same question has seen of other units.
  public mutating func merge(_ other: AgreementReport) {
    precondition(scale == other.scale, "reports on two scales don't merge")
    units += other.units
    for (place, alpha) in other.alphas.enumerated() { alphas[place].merge(alpha) }
    fleiss.merge(other.fleiss)
    for (pair, kappa) in other.pairs {
      pairs[pair, default: CohenKappa(kappa.raters.first, kappa.raters.second)].merge(kappa)
    }
  }

  /// `krippendorff_alpha_nominal`, for numbers also `…_ordinal` and `…_interval`, then
  /// `fleiss_kappa`, each with its value or the reason why it has none.
  public var coefficients: [(name: String, coefficient: Coefficient)] {
    alphas.map { ("krippendorff_alpha_" + $0.level.rawValue, $0.value()) }
      + [("fleiss_kappa", fleiss.value())]
  }

  /// `cohen_kappa` of each two raters who have a unit in common, named `A|B` with the smaller name
  /// first; units that only one of them, or neither, has rated are left out.
  public var cohenKappas: [(pair: String, coefficient: Coefficient)] {
    pairs.sorted { $0.key < $1.key }.map { _, kappa in
      (kappa.raters.first + "|" + kappa.raters.second, kappa.value().outOf(units))
    }
  }
}

extension Coefficient {
  /// The same, where the accumulator was not shown every one of `all` units.
  fileprivate func outOf(_ all: Int) -> Coefficient {
    guard let value else {
      return Coefficient(undefined: undefined ?? .noPairs, units: units, leftOut: all - units)
    }
    return Coefficient(value, units: units, leftOut: all - units)
  }
}
