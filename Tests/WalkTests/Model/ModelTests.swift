import Testing

/// The protocol as a model (`Tests/Model/channel.pml`), every state of it looked at by spin.
@Suite(.enabled(if: Model.canRun), .serialized) struct ModelTests {
  @Test func inEveryStateNothingIsLostDoubledOrUnseen() throws {
    let result = try Model.search(without: nil, moves: 10)
    #expect(result.contains("errors: 0"), "\(result)")
    #expect(!result.contains("error: max search depth too small"))
    #expect(!result.contains("out of memory"))
  }

  /// What each rule is there for, by leaving it out.
  static let rules = [
    ("NO_HASH", "counted[k]<=1"),
    ("NO_FORK", "same||forkSeen"),
    ("NO_STALE", "same||forkSeen"),
    ("NO_RECEIPT", "counted[rooms[j].log[k]]==1"),
    ("NO_SEQUENCE", "down[0].first<=(rooms[r].imported+1)"),
    ("NO_LEASE", "spent<=2"),
    ("NO_QUARANTINE", "seen.epoch==accepted"),
  ]

  @Test(arguments: rules) func withoutARuleTheModelBreaks(rule: String, assertion: String) throws {
    let result = try Model.search(without: rule, moves: 12)
    #expect(result.contains("assertion violated"), "\(rule): \(result)")
    #expect(result.contains(assertion), "\(rule) breaks something else: \(result)")
  }
}
