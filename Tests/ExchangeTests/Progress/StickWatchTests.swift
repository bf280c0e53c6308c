import Cryptography
import Synchronization
import Testing

@testable import Exchange

/// What a person is told while files go onto a stick.
@Suite struct StickWatchTests {
  private final class Told: Sendable {
    let all = Mutex<[StickProgress]>([])
    func add(_ progress: StickProgress) { all.withLock { $0.append(progress) } }
  }

  @Test func countsFilesOnlyOnceTheyAreInPlace() throws {
    let told = Told()
    let watch = StickWatch { told.add($0) }
    let stick = SimulatedDrive()
    let drive = WatchedDrive(stick, watch)
    watch.expect(.puttingOut, files: 2, bytes: 7)
    try drive.write("airlock/a", [1, 2, 3])
    #expect(watch.progress.line == "Don't pull it out yet: 1 of 2 files put out")
    stick.arm(.fails(step: 4, .readBack))
    #expect(throws: DriveFault.self) { try drive.write("airlock/b", [1, 2, 3, 4]) }
    #expect(watch.progress.files == 1)
    #expect(told.all.withLock { $0.allSatisfy { !$0.mayBePulledOut } })
  }

  @Test func bytesThatComeFromTheStickCountWhileTheyCome() throws {
    let watch = StickWatch { _ in }
    let drive = WatchedDrive(
      SimulatedDrive(files: ["airlock/a": [1, 2, 3, 4, 5]], pieceLimit: 2), watch)
    watch.expect(.takingIn, files: 1, bytes: 5)
    let source = try #require(try drive.open("airlock/a", limit: 10))
    var buffer = [UInt8](repeating: 0, count: 8)
    _ = try source.read(into: &buffer)
    #expect(watch.progress == StickProgress(phase: .takingIn, ofFiles: 1, bytes: 2, ofBytes: 5))
    _ = try source.readAll(limit: 10)
    #expect(watch.progress.files == 1 && watch.progress.bytes == 5)
  }

  @Test func nothingExceedsWhatWasAnnounced() throws {
    let watch = StickWatch { _ in }
    let drive = WatchedDrive(SimulatedDrive(), watch)
    watch.expect(.puttingOut, files: 1, bytes: 2)
    for name in ["a", "b"] { try drive.write(name, [1, 2, 3]) }
    #expect(watch.progress.files == 1 && watch.progress.bytes == 2)
  }

  @Test func onlyTheLastPhaseLetsThePersonPull() {
    for phase in StickProgress.Phase.allCases {
      let progress = StickProgress(phase: phase)
      #expect(progress.mayBePulledOut == (phase == .done))
      #expect(progress.line.hasPrefix("Don't pull") == (phase != .done))
    }
  }
}
