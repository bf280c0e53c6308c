import Testing

@testable import TUF

@Suite struct MetadataTimeTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-01-06T00:00:01Z", 1_767_657_601),
      ("2000-02-29T12:34:56Z", 951_827_696), ("1969-12-31T23:59:59Z", -1),
      ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
      ("1900-03-01T00:00:00Z", -2_203_891_200),
    ] as [(String, Int64)])
  func bothWays(_ text: String, _ seconds: Int64) {
    #expect(MetadataTime.seconds(text) == seconds)
    #expect(MetadataTime.text(seconds) == text)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    var day = Int64(-11_000) * 86_400
    while day < 140_000 * 86_400 {
      #expect(MetadataTime.text(day).flatMap(MetadataTime.seconds) == day)
      day += 86_400 * 13 + 3_601
    }
  }

  @Test(arguments: [
    "", "2026-01-06", "2026-01-06T00:00:01", "2026-01-06T00:00:01z", "2026-01-06 00:00:01Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-01T24:00:00Z",
    "2026-01-01T00:60:00Z", "2026-12-31T23:59:60Z", "0000-01-01T00:00:00Z",
    "2026-01-06T00:00:01+00:00", "2026-01-06T00:00:01.5Z", "٢٠٢٦-01-06T00:00:01Z",
    "+026-01-06T00:00:01Z", "2026-01-06T00:00:01Z\n",
  ])
  func otherFormsAreNoTimes(_ text: String) {
    #expect(MetadataTime.seconds(text) == nil)
  }

  @Test func yearsBeyondFourDigitsHaveNoForm() {
    #expect(MetadataTime.text(253_402_300_800) == nil)
    #expect(MetadataTime.text(-62_135_596_801) == nil)
    #expect(MetadataTime.text(.max) == nil)
  }
}
