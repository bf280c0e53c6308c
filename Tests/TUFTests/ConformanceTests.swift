import Foundation
import StrictJSON
import Testing

/// The client state machine driven from outside, over loopback, by scenarios after those of the
/// public tuf-conformance suite; the repository is Python's (Tests/TUFTests/conformance).
@Suite(.enabled(if: Python.path != nil)) struct ConformanceTests {
  /// Fewer scenarios than there are means that some were lost on the way.
  private static let leastCount = 150

  @Test func everyScenarioEndsAsTheSpecificationSays() throws {
    let client = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "tuf-conformance-client")
    let output = try Python.script("run.py", in: "conformance", [client.path])
    let results = try JSONDocument(output).root
    var count = 0
    for (name, value) in results.members {
      count += 1
      #expect(value.isNull, "\(name): \((try? value.string()) ?? "")")
    }
    #expect(count >= Self.leastCount)
  }
}
