import Cryptography
import Exchange
import TUF
import Testing
import Vocabulary

@Suite struct DownFolderTests {
  private let spool: TemporaryFolder
  private let channel: TestChannel

  init() throws {
    spool = try TemporaryFolder()
    channel = try TestChannel()
  }

  private func update(_ drive: any Drive, _ state: TrustState? = nil) throws -> TrustState {
    let result = try ChannelUpdater.update(
      state ?? channel.trust(), from: channel.folder(drive), binding: channel.binding)
    guard case .newer(let state, _, _, _) = result else { throw Refusal("test", "not newer") }
    return state
  }

  @Test(arguments: DriveKind.allCases)
  func whatIsPublishedIsTaken(_ kind: DriveKind) throws {
    try kind.use { drive in
      let sealed = [try Sealed(), try Sealed(count: 600_000)]
      let folder = channel.folder(drive)
      try folder.publish(try channel.release(1, sealed))
      let state = try update(drive)
      #expect(try Set(state.targetFiles()) == Set(sealed.map(\.file)))
      for sealed in sealed {
        let spooled = try folder.spool(sealed.file, into: spool.path)
        #expect(try spooled.source().all() == sealed.bytes)
      }
      #expect(spool.files().isEmpty)
    }
  }

  @Test func publishingAgainWritesNothing() throws {
    let drive = SimulatedDrive()
    let release = try channel.release(1, [Sealed()])
    try channel.folder(drive).publish(release)
    let before = drive.files
    drive.arm(.fails(step: 1, .other(0)))
    // Small files are compared by writing them beside; targets, which may be large, are not.
    try? channel.folder(drive).publish(release)
    drive.plugIn()
    try channel.folder(drive).publish(release)
    #expect(drive.files == before)
  }

  @Test func anotherLabsFileOfTheSameVersionIsNotOverwritten() throws {
    let drive = SimulatedDrive()
    try channel.folder(drive).publish(try channel.release(1, [Sealed()]))
    let before = drive.files
    let fault = #expect(throws: DriveFault.self) {
      try channel.folder(drive).publish(try channel.release(1, [Sealed()]))
    }
    #expect(fault?.kind == .different)
    #expect(before.allSatisfy { drive.files[$0.key] == $0.value })
  }

  @Test func timestampJSONAloneIsOverwritten() throws {
    let drive = SimulatedDrive()
    try channel.folder(drive).publish(try channel.release(1, []))
    let before = drive.files
    try channel.folder(drive).publish(try channel.release(2, []))
    let changed = before.filter { drive.files[$0.key] != $0.value }.map(\.key)
    #expect(changed == ["airlock/down/\(channel.binding.channel.hex)/metadata/timestamp.json"])
  }

  @Test func aSourceThatIsNotItsTargetIsNotPublished() throws {
    let drive = SimulatedDrive()
    let sealed = try Sealed()
    let good = try channel.release(1, [sealed])
    let bad = ChannelRelease(
      roots: good.roots, metadata: good.metadata,
      targets: [.init(sealed.file) { MemorySource([1, 2, 3]) }])
    #expect(throws: Refusal(.targetHash, "")) { try channel.folder(drive).publish(bad) }
    #expect(drive.files.isEmpty)
  }

  @Test func leftOversOfOurFoldersAreRemovedAndNothingElse() throws {
    let base = "airlock/down/\(channel.binding.channel.hex)"
    let others = [
      "\(base)/readme.part", "\(base)/metadata/notes.txt", "\(base)/targets/x.age",
      "airlock/down/x.part", "airlock/x.part", "x.part", "\(base)/targets/deep/x.part",
    ]
    let ours = [
      "\(base)/metadata/1.root.json.part", "\(base)/targets/x.part",
      "\(base)/metadata/timestamp.json.part",
    ]
    let drive = SimulatedDrive(
      files: Dictionary(uniqueKeysWithValues: (others + ours).map { ($0, [1]) }))
    try channel.folder(drive).publish(try channel.release(1, []))
    #expect(ours.allSatisfy { drive.files[$0] == nil })
    #expect(others.allSatisfy { drive.files[$0] == [1] })
  }

  @Test func acknowledgedFilesAreRemoved() throws {
    let drive = SimulatedDrive()
    let (first, second) = (try Sealed(), try Sealed())
    let folder = channel.folder(drive)
    for version in 1...3 as ClosedRange<Int64> {
      try folder.publish(try channel.release(version, [first, second]))
    }
    let last = try channel.release(4, [second])
    try folder.publish(last)
    try folder.removeAcknowledged(after: last)
    let names = Set(drive.files.keys.compactMap { $0.split(separator: "/").last.map(String.init) })
    #expect(
      names == [
        "1.root.json", "3.timestamp.json", "3.snapshot.json", "3.targets.json",
        "4.timestamp.json", "4.snapshot.json", "4.targets.json", "timestamp.json",
        second.file.fileName,
      ])
    #expect(try update(drive).targetFiles() == [second.file])
  }

  @Test func namesThatOnlyLookLikeOursAreNotOpened() throws {
    let drive = SimulatedDrive()
    try channel.folder(drive).publish(try channel.release(1, []))
    let base = "airlock/down/\(channel.binding.channel.hex)/metadata"
    for name in [
      "02.root.json", "+2.root.json", "9999999999999999999.root.json", "2.ROOT.json",
      "2.root.json ", "0.timestamp.json", "-1.timestamp.json", "TIMESTAMP.json",
      "1.timestamp.json.bak", ".timestamp.json", "2.mirrors.json",
    ] {
      try drive.write("\(base)/\(name)", [0xFF])
    }
    #expect(try channel.folder(drive).timestamps().count == 2)
    #expect(try channel.folder(drive).highestRoot() == 1)
    #expect(try update(drive).summary().timestamp == 1)
  }

  @Test func thousandsOfTimestampsAreNotRead() throws {
    var files: [String: [UInt8]] = [:]
    let base = "airlock/down/\(channel.binding.channel.hex)/metadata"
    for version in 1...1_000 { files["\(base)/\(version).timestamp.json"] = [0x7B] }
    files["\(base)/timestamp.json"] = [0x7B]
    #expect(try channel.folder(SimulatedDrive(files: files)).timestamps().count == 65)
  }

  @Test func metadataLargerThanItMayBe() throws {
    let base = "airlock/down/\(channel.binding.channel.hex)/metadata"
    let drive = SimulatedDrive(files: [
      "\(base)/timestamp.json": [UInt8](repeating: 0x20, count: Int(Limits.metadata) + 1)
    ])
    #expect(throws: Refusal("size", "")) { try update(drive) }
  }
}
