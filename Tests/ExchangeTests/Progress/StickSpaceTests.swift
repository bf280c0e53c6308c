import Testing

@testable import Exchange

/// Room is asked for before anything is written.
@Suite struct StickSpaceTests {
  @Test func namesWhatIsMissing() throws {
    let stick = SimulatedDrive()
    stick.arm(.full(after: 1_000))
    try StickSpace.require([400, 600], on: stick)
    #expect(throws: DriveFault(.tooSmall(missing: 501), "")) {
      try StickSpace.require([401, 600, 500], on: stick)
    }
    #expect(stick.files.isEmpty)
  }

  @Test func whatIsThereAlreadyNeedsNone() throws {
    let stick = SimulatedDrive()
    stick.arm(.full(after: 0))
    try StickSpace.require([], on: stick)
  }

  @Test func aDriveThatDoesNotKnowIsTried() throws {
    try StickSpace.require([.max / 2], on: SimulatedDrive())
  }

  @Test func bytesAreWrittenAsPeopleWriteThem() {
    let cases: [(Int64, String)] = [
      (0, "0 bytes"), (999, "999 bytes"), (1_000, "1 kB"), (1_550, "1.5 kB"),
      (12_400_000, "12.4 MB"),
      (99_950_000, "99.9 MB"), (100_000_000, "100 MB"), (31_000_000_000, "31 GB"),
      (5_000_000_000_000_000, "5000 TB"),
    ]
    for (bytes, text) in cases { #expect(ByteCount.text(bytes) == text) }
  }
}
