import Cryptography
import Foundation
import Store
import StrictJSON
import Testing
import Vocabulary

@testable import Lab

@Suite struct HomeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func failure(_ body: () throws -> Void) -> Failure? {
    do {
      try body()
      return nil
    } catch { return error as? Failure }
  }

  @Test func aWrongPassphraseIsNotPermittedAndChangesNothing() throws {
    try LabService.make(in: folder).close()
    let before = try folder.url.appending(path: "home/lab.sqlite").bytes()
    let wrong = failure {
      _ = try LabService(
        home: folder.path("home"),
        passphrase: SecretBytes(copying: Array("wrong wrong wrong".utf8)),
        context: TestClock().context, costs: TestCost.cheap)
    }
    #expect(wrong?.exit == .notPermitted)
    #expect(try folder.url.appending(path: "home/lab.sqlite").bytes() == before)
  }

  @Test func anotherOpeningIsRefused() throws {
    let lab = try LabService.make(in: folder)
    let second = failure { _ = try LabService.open(in: folder) }
    #expect(second?.exit == .refused)
    #expect(second?.line.contains("pid \(ProcessInfo.processInfo.processIdentifier)") == true)
    try lab.close()
  }

  @Test func aLabIsMadeOnce() throws {
    try LabService.make(in: folder).close()
    #expect(failure { _ = try LabService.make(in: folder) }?.exit == .refused)
  }

  @Test func noLabAndARoomsHomeAreSaid() throws {
    #expect(failure { _ = try LabService.open(in: folder) }?.line.contains("init") == true)
    try folder.write("home/people/salt", "x")
    #expect(failure { _ = try LabService.make(in: folder) }?.line.contains("room") == true)
  }

  @Test func anInitThatWasCutOffCanBeRepeated() throws {
    try LabService.make(in: folder).close()
    try FileManager.default.removeItem(atPath: folder.path("home/lab.slot"))
    #expect(try LabService.make(in: folder).status().name == "Test lab")
  }

  @Test func theJournalKeepsWhatWasDone() throws {
    let made = try TestProject()
    #expect(
      try made.lab.journal().map { try $0.require("event").string() }
        == ["init", "project", "enroll"])
  }

  @Test func theHomeHoldsNoSecretInClear() throws {
    let made = try TestProject()
    let secrets = try made.lab.database.read { sql in
      try sql.rows("SELECT seed FROM role_keys").map { try $0.blob(0) }
        + sql.rows("SELECT secret FROM identities").map { try $0.blob(0) }
    }
    try made.lab.close()
    let home = made.folder.url.appending(path: "home")
    let walk = FileManager.default.enumerator(atPath: home.path)
    while let path = walk?.nextObject() as? String {
      guard let bytes = try? Data(home.appending(path: path).bytes()) else { continue }
      for secret in secrets { #expect(bytes.range(of: Data(secret)) == nil, "\(path)") }
      #expect(bytes.range(of: Data("wren".utf8)) == nil, "\(path)")
    }
  }
}
