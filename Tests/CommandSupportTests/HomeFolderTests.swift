import Testing
import Vocabulary

@testable import CommandSupport

@Suite struct HomeFolderTests {
  @Test(arguments: [
    (["AIRLOCK_HOME": "/a", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/a"),
    (["AIRLOCK_HOME": "", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/airlock-lab"),
    (["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/airlock-lab"),
  ])
  func theFirstVariableThatNamesOneCounts(environment: [String: String], home: String) throws {
    #expect(try HomeFolder.standard(for: "airlock-lab", environment: { environment[$0] }) == home)
  }

  @Test func withoutAnyItIsWrongUsage() {
    #expect(throws: Failure.self) {
      try HomeFolder.standard(for: "airlock-lab", environment: { _ in nil })
    }
  }
}
