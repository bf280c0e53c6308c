import Agreement
import Testing

/// Coefficients as printed in the literature, and as recomputed by others to twelve digits.
@Suite(.enabled(if: SharedData.hasAgreement)) struct PublishedCasesTests {
  /// Coefficients that the data has and Airlock doesn't compute; any other name must be known.
  static let notBuilt: Set = [
    "percent_agreement", "bennett_s", "scott_pi", "randolph_kappa", "gwet_ac1",
    "gwet_ac2_linear", "conger_kappa_missing_gwet", "gwet_ac2_quadratic",
    "krippendorff_alpha_ratio",
    "krippendorff_alpha_custom",
    "weighted_kappa_custom", "weighted_kappa_linear_r2r3", "weighted_kappa_quadratic_r2r3",
    "weighted_kappa_quadratic_r1r2_all6levels", "kendall_w_tie_corrected", "ICC(1,1)",
    "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)", "item_agreement",
    "ml_log_strengths", "lsr_log_strengths",
  ]

  @Test func everyPublishedValueComesOut() throws {
    var checked = 0
    for published in try PublishedCase.all() {
      for reference in published.reference where !Self.notBuilt.contains(reference.coefficient) {
        let name = "\(published.id): \(reference.coefficient)"
        // Asked for outside the macro, which would print the whole case.
        let found = coefficient(named: reference.coefficient, in: published)
        let value = try #require(found?.value, "\(name)")
        if let recomputed = reference.recomputed {
          #expect(abs(value - recomputed) < 1e-9, "\(name) is \(value)")
          checked += 1
        }
        if let printed = reference.publishedValue {
          #expect(abs(value - printed) <= reference.tolerance ?? 1e-9, "\(name) is \(value)")
          checked += 1
        }
      }
    }
    #expect(checked >= 37)
  }

  @Test func aReportGivesTheSameAsItsParts() throws {
    let pandalm = try #require(try PublishedCase.all().first { $0.id == "real_pandalm_dev" })
    var report = AgreementReport(.numeric)
    for unit in pandalm.units { report.add(unit: unit) }
    let names = report.coefficients.map(\.name)
    #expect(
      names == [
        "krippendorff_alpha_nominal", "krippendorff_alpha_ordinal", "krippendorff_alpha_interval",
        "fleiss_kappa",
      ])
    let pairs = report.cohenKappas
    #expect(pairs.map(\.pair) == ["r1|r2", "r1|r3", "r2|r3"])
    for (pair, expected) in zip(pairs, [0.816147502232, 0.843394264808, 0.853554570536]) {
      let kappa = try #require(pair.coefficient.value)
      #expect(abs(kappa - expected) < 1e-9)
      #expect(pair.coefficient.units == 350)
    }
  }

  private func coefficient(named name: String, in published: PublishedCase) -> Coefficient? {
    let prefix = "krippendorff_alpha_"
    if name.hasPrefix(prefix) {
      let level = KrippendorffAlpha.Level(rawValue: String(name.dropFirst(prefix.count)))
      return level.map { alpha($0, published.units) }
    }
    if name == "fleiss_kappa" || name == "fleiss_kappa_missing_gwet" {
      var kappa = FleissKappa()
      for unit in published.units { kappa.add(unit: unit) }
      return kappa.value()
    }
    guard name.hasPrefix("cohen_kappa") else { return nil }
    let pair = name.dropFirst("cohen_kappa".count)  // "" or "_r2r3"
    let raters =
      pair.isEmpty ? ["1", "2"] : pair.dropFirst(2).split(separator: "r").map(String.init)
    var kappa = CohenKappa("r" + raters[0], "r" + raters[1])
    for unit in published.units { kappa.add(unit: unit) }
    return kappa.value()
  }

  private func alpha(
    _ level: KrippendorffAlpha.Level, _ units: [[String: Category]]
  ) -> Coefficient {
    var alpha = KrippendorffAlpha(level)
    for unit in units { alpha.add(unit: unit) }
    return alpha.value()
  }
}
