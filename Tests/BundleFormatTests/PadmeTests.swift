import Testing

@testable import BundleFormat

@Suite struct PadmeTests {
  @Test(
    arguments: [
      (0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (9, 10), (65_536, 65_536), (65_537, 67_584),
      (131_071, 131_072), (1_000_000, 1_015_808), (2_147_483_647, 2_147_483_648),
    ] as [(Int64, Int64)])
  func lengthsOfTheFormat(_ length: Int64, _ padded: Int64) {
    #expect(Padme.padded(length) == padded)
  }

  @Test func paddingCostsLittleAndNeverShortens() {
    for length in Int64(1)...20_000 {
      let padded = Padme.padded(length)
      #expect(padded >= length && padded * 100 <= length * 112)
      #expect(Padme.padded(padded) == padded)
    }
  }
}
