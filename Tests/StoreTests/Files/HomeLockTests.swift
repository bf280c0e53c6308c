import Glibc
import Testing
import Vocabulary

@testable import Store

@Suite("HomeLock")
struct HomeLockTests {
  @Test("a second holder is told which process has the home")
  func namesTheHolder() throws {
    let folder = try TemporaryFolder()
    let lock = try HomeLock(home: folder.path)
    let failure = #expect(throws: Failure.self) { try HomeLock(home: folder.path) }
    #expect(failure?.line.contains("(pid \(getpid()))") == true)
    #expect(failure?.exit == .refused)
    withExtendedLifetime(lock) {}
  }

  @Test("a home is free again once its holder is gone")
  func comesFree() throws {
    let folder = try TemporaryFolder()
    do { _ = try HomeLock(home: folder.path) }
    _ = try HomeLock(home: folder.path)
  }

  @Test("a home that isn't there is said in one line")
  func saysMissingHome() throws {
    let folder = try TemporaryFolder()
    #expect(throws: Failure.self) { try HomeLock(home: folder.file("none")) }
  }
}
