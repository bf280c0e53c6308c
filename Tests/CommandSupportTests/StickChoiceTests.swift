import Exchange
import Testing
import Vocabulary

@testable import CommandSupport

/// Which stick a command takes when none is named.
@Suite struct StickChoiceTests {
  private func stick(_ name: String) -> Stick {
    Stick(
      path: "/media/ann/\(name)", model: "Acme", fileSystem: "vfat", size: 8_000_000_000,
      free: 2_500_000_000, isReadOnly: false)
  }

  private func refusal(of sticks: [Stick]) -> Failure? {
    #expect(throws: Failure.self) {
      try StickChoice.pick(sticks, naming: "sync FOLDER", ask: nil)
    }
  }

  @Test func theOneThatIsNamedIsTaken() throws {
    #expect(try StickChoice.folder("/some/where", naming: "sync FOLDER") == "/some/where")
  }

  @Test func theOnlyOneIsTaken() throws {
    #expect(
      try StickChoice.pick([stick("HERON")], naming: "", ask: nil) == "/media/ann/HERON")
  }

  @Test func withoutAStickTheLineSaysWhatToDo() throws {
    let failure = try #require(refusal(of: []))
    #expect(failure.exit == .refused)
    #expect(failure.line.contains("put one in") && failure.line.contains("sync FOLDER"))
  }

  @Test func ofSeveralNoneIsTakenWithoutAPerson() throws {
    let failure = try #require(refusal(of: [stick("HERON"), stick("MUSIC")]))
    #expect(failure.exit == .usage)
    #expect(
      failure.line == "2 sticks are mounted; name the folder of one (sync FOLDER): "
        + "HERON (Acme, 8 GB, 2.5 GB free) at /media/ann/HERON; "
        + "MUSIC (Acme, 8 GB, 2.5 GB free) at /media/ann/MUSIC")
  }

  @Test func ofSeveralThePersonChooses() throws {
    let sticks = [stick("HERON"), stick("MUSIC")]
    let path = try StickChoice.pick(sticks, naming: "") { question, lines in
      #expect(question == "2 sticks are mounted:" && lines == sticks.map(\.line))
      return 1
    }
    #expect(path == "/media/ann/MUSIC")
    #expect(throws: Failure.self) {
      try StickChoice.pick(sticks, naming: "") { _, _ in 2 }
    }
  }
}
