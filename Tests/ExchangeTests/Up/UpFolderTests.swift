import Cryptography
import Exchange
import Testing
import Vocabulary

@Suite struct UpFolderTests {
  private let spool: TemporaryFolder
  private let channel = ID(unchecked: SystemRandom.bytes(16))
  private let epoch = EpochID(unchecked: SystemRandom.bytes(8))

  init() throws { spool = try TemporaryFolder() }

  @Test(arguments: DriveKind.allCases)
  func whatIsPutIsFound(_ kind: DriveKind) throws {
    try kind.use { drive in
      let folder = UpFolder(drive, channel: channel)
      let archives = (1...3).map { _ in SystemRandom.bytes(70_000) }
      for (index, archive) in archives.enumerated() {
        try folder.put(
          Int64(index + 1), in: epoch, note: [UInt8(index)], archive: MemorySource(archive))
      }
      #expect(try folder.epochs() == [epoch])
      #expect(try folder.sequences(in: epoch) == [1, 2, 3])
      #expect(try folder.note(2, in: epoch) == [1])
      #expect(try folder.note(4, in: epoch) == nil)
      let spooled = try folder.spool(
        2, in: epoch, sha256: SHA256.hash(archives[1]), into: spool.path)
      #expect(try spooled.source().all() == archives[1])
      #expect(spooled.length == 70_000)
    }
  }

  @Test func theSameArchiveAgainIsFineAndAnotherIsNot() throws {
    let drive = SimulatedDrive()
    let folder = UpFolder(drive, channel: channel)
    for _ in 0..<2 {
      try folder.put(1, in: epoch, note: [1], archive: MemorySource([2]))
    }
    let before = drive.files
    let fault = #expect(throws: DriveFault.self) {
      try folder.put(1, in: epoch, note: [1], archive: MemorySource([3]))
    }
    #expect(fault?.kind == .different)
    #expect(drive.files == before)
  }

  @Test func aNoteWithAnotherArchive() throws {
    let folder = UpFolder(SimulatedDrive(), channel: channel)
    try folder.put(1, in: epoch, note: [1], archive: MemorySource([2]))
    #expect(throws: Refusal(.noteDigest, "")) {
      try folder.spool(1, in: epoch, sha256: .zero, into: spool.path)
    }
  }

  @Test func aNoteWithoutItsArchive() throws {
    let path = "airlock/up/\(channel.hex)/\(epoch.hex)/1.note"
    let folder = UpFolder(SimulatedDrive(files: [path: [1]]), channel: channel)
    #expect(throws: Refusal(.archiveMissing, "")) {
      try folder.spool(1, in: epoch, sha256: .zero, into: spool.path)
    }
  }

  @Test func aNoteLargerThanItMayBe() throws {
    let path = "airlock/up/\(channel.hex)/\(epoch.hex)/1.note"
    let bytes = [UInt8](repeating: 1, count: Int(Limits.note) + 1)
    let folder = UpFolder(SimulatedDrive(files: [path: bytes]), channel: channel)
    #expect(throws: Refusal("size", "")) { try folder.note(1, in: epoch) }
  }

  @Test func receiptedSequencesAreRemoved() throws {
    let drive = SimulatedDrive()
    let folder = UpFolder(drive, channel: channel)
    for sequence in 1...12 as ClosedRange<Int64> {
      try folder.put(sequence, in: epoch, note: [1], archive: MemorySource([2]))
    }
    try folder.removeReceipted(through: 10, in: epoch)
    #expect(try folder.sequences(in: epoch) == [11, 12])
    #expect(drive.files.count == 4)
  }

  @Test func namesThatOnlyLookLikeOursAreLeftAlone() throws {
    let base = "airlock/up/\(channel.hex)/\(epoch.hex)"
    let names = [
      "01.note", "0.note", "1.NOTE", "1.note.bak", "x.note", "1.age.note", "1.Note", " 1.note",
      "99999999999999999.note", "１.note",
    ]
    let drive = SimulatedDrive(
      files: Dictionary(uniqueKeysWithValues: names.map { ("\(base)/\($0)", [1]) }))
    let folder = UpFolder(drive, channel: channel)
    #expect(try folder.sequences(in: epoch) == [])
    try folder.removeReceipted(through: Limits.maxInteger, in: epoch)
    #expect(drive.files.count == names.count)
  }

  @Test func foldersThatAreNoEpochs() throws {
    let base = "airlock/up/\(channel.hex)"
    let drive = SimulatedDrive(files: [
      "\(base)/\(epoch.hex)/1.note": [1], "\(base)/\(epoch.hex.uppercased())x/1.note": [1],
      "\(base)/0011/1.note": [1], "\(base)/00112233445566778899/1.note": [1],
      "\(base)/0011223344556677": [1],
    ])
    #expect(try UpFolder(drive, channel: channel).epochs() == [epoch])
  }

  /// A stick pulled out at each single write of a room.
  @Test func pulledAtEachStep() throws {
    let old = SimulatedDrive()
    try UpFolder(old, channel: channel).put(1, in: epoch, note: [1], archive: MemorySource([2]))
    let archive = SystemRandom.bytes(5_000)
    let note = SystemRandom.bytes(300)
    func put(_ drive: SimulatedDrive) throws {
      try UpFolder(drive, channel: channel)
        .put(2, in: epoch, note: note, archive: MemorySource(archive))
    }
    let whole = SimulatedDrive(files: old.files)
    try put(whole)
    for tear in Accident.Tear.allCases {
      for step in 1...whole.steps {
        let drive = SimulatedDrive(files: old.files)
        drive.arm(.pulled(step: step, tear: tear))
        #expect(throws: DriveFault.self) { try put(drive) }
        drive.plugIn()
        let folder = UpFolder(drive, channel: channel)
        #expect(try folder.note(1, in: epoch) == [1])
        // A note that isn't whole is refused as such; a whole one always has its archive.
        if try folder.note(2, in: epoch) == note {
          _ = try folder.spool(2, in: epoch, sha256: SHA256.hash(archive), into: spool.path)
        }
        try put(drive)
        #expect(drive.files == whole.files, "step \(step), \(tear)")
      }
    }
  }
}
