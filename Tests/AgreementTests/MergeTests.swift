import Agreement
import Testing

/// A data set may be added in parts, on several machines, and merged in any order.
@Suite struct MergeTests {
  typealias Unit = [String: Category]

  /// Units from a seed: up to five raters with gaps, numbers on an awkward scale.
  static func units(seed: UInt64, count: Int) -> [Unit] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var unit: Unit = [:]
      for rater in 1...5 where Bool.random(using: &random) {
        unit["r\(rater)"] = .number(Double(Int.random(in: 0...20, using: &random)) * 0.1 - 1)
      }
      return unit
    }
  }

  static func report(_ units: some Sequence<Unit>) -> AgreementReport {
    var report = AgreementReport(.numeric)
    for unit in units { report.add(unit: unit) }
    return report
  }

  @Test(arguments: 1...50) func orderAndPartsDoNotMatter(seed: UInt64) {
    var random = SeededGenerator(seed: seed &* 7919)
    let units = Self.units(seed: seed, count: 60)
    let whole = Self.report(units)
    var parts: [[Unit]] = Array(repeating: [], count: 7)
    for unit in units.shuffled(using: &random) {
      parts[Int.random(in: 0..<7, using: &random)].append(unit)
    }
    var merged = AgreementReport(.numeric)
    for part in parts.shuffled(using: &random) { merged.merge(Self.report(part)) }
    #expect(merged == whole)
    // Not nearly equal: the same to the last bit.
    #expect(merged.coefficients.map(\.coefficient) == whole.coefficients.map(\.coefficient))
    #expect(merged.cohenKappas.map(\.pair) == whole.cohenKappas.map(\.pair))
    #expect(merged.cohenKappas.map(\.coefficient) == whole.cohenKappas.map(\.coefficient))
  }

  @Test func mergingGroupsTwoByTwoIsAssociative() {
    let a = Self.report(Self.units(seed: 1, count: 20))
    let b = Self.report(Self.units(seed: 2, count: 20))
    let c = Self.report(Self.units(seed: 3, count: 20))
    var left = a
    left.merge(b)
    left.merge(c)
    var right = b
    right.merge(c)
    var whole = a
    whole.merge(right)
    #expect(left == whole)
  }

  @Test func anEmptyPartChangesNothing() {
    let some = Self.report(Self.units(seed: 4, count: 20))
    var merged = AgreementReport(.numeric)
    merged.merge(some)
    merged.merge(AgreementReport(.numeric))
    #expect(merged == some)
  }
}

/// SplitMix64: the same numbers from the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
