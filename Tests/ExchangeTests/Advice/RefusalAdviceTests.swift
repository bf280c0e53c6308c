import Exchange
import Foundation
import TestSupport
import Testing
import Vocabulary

/// What people are told of a refusal.
@Suite struct RefusalAdviceTests {
  /// The reason codes that the vectors' README lists.
  private static let codes: [String] = {
    guard let vectors = SharedFolder.vectors,
      let readme = try? String(
        contentsOf: vectors.appending(path: "README.md"), encoding: .utf8),
      let start = readme.range(of: "All codes: "),
      let end = readme.range(
        of: ". A code not in this list", range: start.upperBound..<readme.endIndex)
    else { return [] }
    return readme[start.upperBound..<end.lowerBound].split(whereSeparator: \.isWhitespace)
      .map(String.init)
  }()

  @Test(.enabled(if: SharedFolder.vectors != nil)) func everyReasonHasALineOfItsOwn() {
    #expect(Self.codes.count > 60)
    for code in Self.codes {
      #expect(RefusalAdvice.knows(Refusal.Code(rawValue: code)), "\(code)")
    }
  }

  @Test(arguments: [RefusalAdvice.Reader.room, .lab])
  func everyLineSaysWhatIsWrongWhatIsLostAndWhomToTell(reader: RefusalAdvice.Reader) {
    for code in Self.codes + ["sequence", "room-revoked", "never-heard-of"] {
      let line = RefusalAdvice.line(
        for: Refusal(Refusal.Code(rawValue: code), "number 7"), to: reader)
      #expect(line.contains("number 7") && line.hasSuffix(code))
      #expect(line.contains("Nothing is lost"))
      #expect(!line.contains("\n") && line.count < 400)
      #expect(["lab", "custodian", "room"].contains { line.contains($0) })
    }
  }

  @Test func aLabIsNotToldToCallTheLab() {
    for code in Self.codes + ["never-heard-of"] {
      let advice = RefusalAdvice(Refusal.Code(rawValue: code), for: .lab)
      #expect(!advice.tell.contains("all the lab"), "\(code): \(advice.tell)")
    }
  }
}
