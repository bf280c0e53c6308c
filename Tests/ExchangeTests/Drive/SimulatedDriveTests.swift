import Exchange
import Testing

/// A stick that fails, seen from the one that writes to it.
@Suite struct SimulatedDriveTests {
  @Test func aFullStickKeepsWhatItHasAndTheRoom() throws {
    let drive = SimulatedDrive(files: ["old": [1]])
    drive.arm(.full(after: 100))
    #expect(throws: DriveFault(.full, "new.part")) {
      try drive.write("new", [UInt8](repeating: 0, count: 101))
    }
    #expect(drive.files == ["old": [1]])
    try drive.write("new", [UInt8](repeating: 0, count: 100))
    #expect(try drive.freeSpace() == 0)
  }

  @Test func aReadOnlyStickIsRead() throws {
    let drive = SimulatedDrive(files: ["old": [1]])
    drive.arm(.readOnly)
    #expect(throws: DriveFault(.readOnly, "new.part")) { try drive.write("new", [1]) }
    #expect(throws: DriveFault(.readOnly, "old")) { try drive.remove("old") }
    #expect(try drive.read("old", limit: 1) == [1])
  }

  @Test func wornOutMemoryIsNoticed() throws {
    let drive = SimulatedDrive(files: ["old": [1]])
    drive.arm(.flips(step: 2))
    #expect(throws: DriveFault(.readBack, "new")) {
      try drive.write("new", [UInt8](repeating: 5, count: 50))
    }
    #expect(drive.files == ["old": [1]])
  }

  @Test func aStickPulledOutAnswersNothingUntilItIsBack() throws {
    let drive = SimulatedDrive(files: ["old": [1]])
    drive.arm(.pulled(step: 1, tear: .lost))
    #expect(throws: DriveFault.self) { try drive.write("new", [1]) }
    #expect(throws: DriveFault(.vanished, "old")) { try drive.read("old", limit: 1) }
    #expect(throws: DriveFault(.vanished, "")) { try drive.list("") }
    drive.plugIn()
    #expect(try drive.read("old", limit: 1) == [1])
  }

  @Test func oneFailureAtEachStepLeavesOldOrNewAndNoPart() throws {
    var step = 1
    while true {
      let drive = SimulatedDrive(files: ["f": [1]])
      drive.arm(.fails(step: step, .vanished))
      if (try? drive.write("f", replace: true, [2, 3])) != nil {
        #expect(step > drive.steps)
        break
      }
      #expect(drive.files["f"] == [1] || drive.files["f"] == [2, 3])
      #expect(drive.files["f.part"] == nil)
      step += 1
    }
    #expect(step > 4)
  }
}
