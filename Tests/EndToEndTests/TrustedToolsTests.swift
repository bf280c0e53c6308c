import Foundation
import Testing

/// python-tuf, which shares no code with us, verifies a channel that our lab wrote.
@Suite struct TrustedToolsTests {
  @Test(.enabled(if: Browser.python != nil))
  func pythonTUFVerifiesWhatPackWrote() throws {
    let small = try SmallWorld()
    try small.pack(3..<5)
    let script = Shared.root.appending(path: "Tests/TUFTests/python/verify_channel.py").path
    let down = URL(filePath: small.world.stick).appending(path: "airlock/down")
    let channel = try #require(
      try FileManager.default.contentsOfDirectory(atPath: down.path).first)
    let targets = try small.files(".age").map { String($0.lastPathComponent.dropFirst(65)) }
    let out = small.world.path("python-tuf")
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let outcome = try Program.run(
      try #require(Browser.python),
      [script, small.world.path("lab.trust"), down.appending(path: channel).path, out] + targets)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try outcome.object()
    #expect(found["timestamp"] as? Int == 2)
    #expect((found["files"] as? [String: Any])?.count == 2)
  }
}
