import Cryptography
import TUF
import Testing
import Vocabulary

@testable import Exchange

/// A stick pulled out at each single write of a lab: what is on it afterwards is the old version or
/// the new one, and a second run completes it.
@Suite struct PublishPowerCutTests {
  /// What a room with a given trust finds on a stick.
  private enum Found: Equatable {
    case nothing
    /// No whole timestamp: refused, and nothing else.
    case torn
    case version(Int64)
  }

  private let spool: TemporaryFolder

  init() throws { spool = try TemporaryFolder() }

  private func found(_ drive: SimulatedDrive, _ channel: TestChannel) throws -> Found {
    let folder = channel.folder(drive)
    let timestamps = try folder.timestamps()
    if timestamps.isEmpty { return .nothing }
    let update: ChannelUpdate
    do {
      update = try ChannelUpdater.update(
        channel.trust(), from: folder, binding: channel.binding)
    } catch is Refusal where timestamps.allSatisfy(Self.isTorn) {
      return .torn
    }
    guard case .newer(let state, let targets, _, _) = update else {
      throw Refusal("test", "not newer")
    }
    for target in targets { _ = try folder.spool(target, into: spool.path) }
    return .version(try state.summary().timestamp)
  }

  private static func isTorn(_ file: [UInt8]) -> Bool { file.last != UInt8(ascii: "}") }

  /// Cuts the publishing of `new` over `old` at each step and in each way.
  private func cutEverywhere(
    _ channel: TestChannel, old: ChannelRelease?, new: ChannelRelease, allowed: [Found]
  ) throws {
    let start = SimulatedDrive()
    if let old { try channel.folder(start).publish(old) }
    let whole = SimulatedDrive(files: start.files)
    try channel.folder(whole).publish(new)
    let count = whole.steps
    #expect(count > 20)
    // Many cuts leave the same, which is looked at once.
    var seen: Set<[String: [UInt8]]> = []
    for tear in Accident.Tear.allCases {
      for step in 1...count {
        let drive = SimulatedDrive(files: start.files)
        drive.arm(.pulled(step: step, tear: tear))
        #expect(throws: DriveFault.self) { try channel.folder(drive).publish(new) }
        drive.plugIn()
        guard seen.insert(drive.files).inserted else { continue }
        let found = try found(drive, channel)
        #expect(allowed.contains(found), "step \(step), \(tear): \(found)")
        try channel.folder(drive).publish(new)
        #expect(drive.files == whole.files, "step \(step), \(tear)")
      }
    }
  }

  @Test func onAnEmptyStick() throws {
    let channel = try TestChannel()
    let new = try channel.release(1, [Sealed(), Sealed()])
    try cutEverywhere(channel, old: nil, new: new, allowed: [.nothing, .torn, .version(1)])
  }

  @Test func overAnOlderVersion() throws {
    let channel = try TestChannel()
    let kept = try Sealed()
    let old = try channel.release(1, [kept])
    let new = try channel.release(2, [kept, Sealed()])
    try cutEverywhere(channel, old: old, new: new, allowed: [.version(1), .version(2)])
  }

  @Test func withANewRoot() throws {
    var channel = try TestChannel()
    let old = try channel.release(1, [Sealed()])
    try channel.addRecipient()
    let new = try channel.release(2, [Sealed()])
    try cutEverywhere(channel, old: old, new: new, allowed: [.version(1), .version(2)])
  }

  @Test func withANewTimestampKey() throws {
    var channel = try TestChannel()
    let old = try channel.release(1, [Sealed()])
    try channel.replaceTimestampKey()
    let new = try channel.release(2, [Sealed()])
    try cutEverywhere(
      channel, old: old, new: new, allowed: [.version(1), .nothing, .torn, .version(2)])
  }

  @Test func whileAcknowledgedFilesAreRemoved() throws {
    let channel = try TestChannel()
    let (first, second) = (try Sealed(), try Sealed())
    let start = SimulatedDrive()
    for version in 1...4 as ClosedRange<Int64> {
      try channel.folder(start).publish(try channel.release(version, [first, second]))
    }
    let last = try channel.release(5, [second])
    try channel.folder(start).publish(last)
    let whole = SimulatedDrive(files: start.files)
    try channel.folder(whole).removeAcknowledged(after: last)
    for tear in Accident.Tear.allCases {
      for step in 1...whole.steps {
        let drive = SimulatedDrive(files: start.files)
        drive.arm(.pulled(step: step, tear: tear))
        #expect(throws: DriveFault.self) {
          try channel.folder(drive).removeAcknowledged(after: last)
        }
        drive.plugIn()
        #expect(try found(drive, channel) == .version(5))
        try channel.folder(drive).removeAcknowledged(after: last)
        #expect(drive.files == whole.files)
      }
    }
  }

  @Test func aFullStickStillShowsTheOldVersion() throws {
    let channel = try TestChannel()
    let start = SimulatedDrive()
    try channel.folder(start).publish(try channel.release(1, [Sealed()]))
    let new = try channel.release(2, [Sealed()])
    for room in stride(from: 0, to: 8_000, by: 333) {
      let drive = SimulatedDrive(files: start.files)
      drive.arm(.full(after: room))
      if (try? channel.folder(drive).publish(new)) == nil {
        #expect(!drive.files.keys.contains { $0.hasSuffix(".part") })
        let found = try found(drive, channel)
        #expect(found == .version(1) || found == .version(2))
      }
      drive.plugIn()
      try channel.folder(drive).publish(new)
      #expect(try self.found(drive, channel) == .version(2))
    }
  }
}
