import BundleFormat

/// The manifests of both directions.
func fuzzManifest(_ input: [UInt8]) throws {
  if let down = try? DownManifest(parsing: input) {
    let again = mustParse("a manifest that we wrote is one") {
      try DownManifest(parsing: down.encoded())
    }
    expect(again == down, "a manifest that we wrote says the same")
  }
  if let results = try? ResultManifest(parsing: input) {
    let again = mustParse("a result manifest that we wrote is one") {
      try ResultManifest(parsing: results.encoded())
    }
    expect(again == results, "a result manifest that we wrote says the same")
  }
}
