import Agreement
import Testing

/// Where a coefficient has no value it says why, and what didn't count is counted.
@Suite struct UndefinedTests {
  @Test func withoutAPairNothingIsDefined() {
    var alpha = KrippendorffAlpha(.nominal)
    var fleiss = FleissKappa()
    var cohen = CohenKappa("a", "b")
    for unit: [String: Category] in [[:], ["a": 1]] {
      alpha.add(unit: unit)
      fleiss.add(unit: unit)
      cohen.add(unit: unit)
    }
    for coefficient in [alpha.value(), fleiss.value(), cohen.value()] {
      #expect(coefficient.value == nil)
      #expect(coefficient.undefined == .noPairs)
      #expect(coefficient.units == 0)
      #expect(coefficient.leftOut == 2)
    }
  }

  @Test(arguments: KrippendorffAlpha.Level.allCases)
  func sameRatingsThroughoutAreNoVariation(_ level: KrippendorffAlpha.Level) {
    var alpha = KrippendorffAlpha(level)
    var fleiss = FleissKappa()
    var cohen = CohenKappa("a", "b")
    for _ in 1...3 {
      alpha.add(unit: ["a": 4, "b": 4])
      fleiss.add(unit: ["a": 4, "b": 4])
      cohen.add(unit: ["a": 4, "b": 4])
    }
    for coefficient in [alpha.value(), fleiss.value(), cohen.value()] {
      #expect(coefficient.undefined == .noVariation)
      #expect(coefficient.units == 3)
    }
  }

  @Test func textHasNoOrderAndNoDistance() {
    for level in [KrippendorffAlpha.Level.ordinal, .interval] {
      var alpha = KrippendorffAlpha(level)
      alpha.add(unit: ["a": 1, "b": "two"])
      #expect(alpha.value().undefined == .notNumbers)
    }
  }

  @Test func numbersThatAreNoneAreRefusedNotTrapped() {
    var alpha = KrippendorffAlpha(.interval)
    alpha.add(unit: ["a": .number(.nan), "b": .number(.infinity), "c": 1])
    #expect(alpha.value().undefined == .notNumbers)
  }

  @Test func perfectAgreementIsOne() {
    var report = AgreementReport(.nominal)
    for option: Category in ["a", "b", "a", "tie"] {
      report.add(unit: ["x": option, "y": option])
    }
    #expect(report.coefficients.map(\.coefficient.value) == [1, 1])
    #expect(report.cohenKappas.map(\.coefficient.value) == [1])
  }

  @Test func fleissUsesUnitsOfAnySize() throws {
    var kappa = FleissKappa()
    kappa.add(unit: ["a": 1, "b": 1, "c": 2])
    kappa.add(unit: ["a": 2, "b": 2])
    kappa.add(unit: ["a": 1])
    kappa.add(unit: [:])
    // Pairs that agree: 1/3 and 1, mean 2/3. Shares: (2/3 + 0 + 1) / 3 = 5/9 and 4/9.
    let expected = 41.0 / 81
    let value = try #require(kappa.value().value)
    #expect(abs(value - (2.0 / 3 - expected) / (1 - expected)) < 1e-12)
    #expect(kappa.value().units == 2)
    #expect(kappa.value().leftOut == 2)
  }

  @Test func aReportNamesOnlyRatersWhoMet() {
    var report = AgreementReport(.nominal)
    report.add(unit: ["a": "x", "b": "y"])
    report.add(unit: ["b": "x", "c": "y"])
    report.add(unit: ["a": "x"])
    #expect(report.cohenKappas.map(\.pair) == ["a|b", "b|c"])
    #expect(report.cohenKappas.map(\.coefficient.units) == [1, 1])
    #expect(report.cohenKappas.map(\.coefficient.leftOut) == [2, 2])
  }

  @Test func categoriesAreComparedByTheirBytes() {
    #expect(Category.text("\u{E9}") != Category.text("e\u{301}"))
    #expect(Category.number(0) == Category.number(-0.0))
    #expect(Category.number(1) != Category.text("1"))
    #expect(Category.number(9) < Category.text(""))
    #expect(Category.text("a") < Category.text("b"))
  }

  /// Distances between values far from zero would drown in a plain sum of squares.
  @Test func largeOffsetsDoNotDrownTheDifference() throws {
    var near = KrippendorffAlpha(.interval)
    var far = KrippendorffAlpha(.interval)
    for (a, b) in [(1.0, 2.0), (3, 3), (2, 1), (4, 4)] {
      near.add(unit: ["a": .number(a), "b": .number(b)])
      far.add(unit: ["a": .number(a + 1e9), "b": .number(b + 1e9)])
    }
    let one = try #require(near.value().value)
    let other = try #require(far.value().value)
    #expect(abs(one - other) < 1e-6)
  }
}
