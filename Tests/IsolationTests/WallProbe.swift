import Foundation
import Testing

/// A process behind the wall that a test talks with: see Tests/WallProbe.
final class WallProbe {
  let process = Process()
  let folder: URL
  /// What each of its attempts came to: `ok`, or an error number.
  private(set) var outcomes: [String: String] = [:]
  private let input = Pipe()
  private let output = Pipe()
  private var pending = Data()

  static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  static let isRoot = geteuid() == 0

  /// Whether this machine lets its user have namespaces; said where it doesn't.
  static let hasNamespaces: Bool = {
    let outcome = try? Run.program("unshare", "-Urn", "true")
    if outcome?.status != 0 { print("skipped: this system refuses namespaces") }
    return outcome?.status == 0
  }()

  /// Starts it, as `user` where that is given and the tests are root's, and waits until it is ready.
  init(as user: UInt32? = nil, browser script: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "wall-\(UUID().uuidString)")
    let home = folder.appending(path: "home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    try Data("a secret".utf8).write(to: folder.appending(path: "secret"))
    var arguments = [Self.products.appending(path: "wall-probe").path, home.path]
    if let script {
      let tools = folder.appending(path: "tools")
      try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
      let browser = tools.appending(path: "browser")
      try Data(script.utf8).write(to: browser)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser.path)
      arguments.append(browser.path)
    }
    if let user {
      for path in [folder, home, folder.appending(path: "secret")] {
        let isGiven = unsafe chown(path.path, user, user) == 0
        try #require(isGiven)
      }
      arguments =
        ["setpriv", "--reuid", "\(user)", "--regid", "\(user)", "--clear-groups"] + arguments
    }
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    while let line = try nextLine(), line != "ready" { note(line) }
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Tells it something and gives its answer.
  func ask(_ word: String) throws -> String {
    try input.fileHandleForWriting.write(contentsOf: Data((word + "\n").utf8))
    return try #require(try nextLine())
  }

  /// Kills it as a power cut does.
  func kill() {
    _ = Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  subscript(name: String) -> String? { outcomes[name] }

  private func note(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    if let name = parts.first { outcomes[name] = parts.dropFirst().first ?? "" }
  }

  private func nextLine() throws -> String? {
    while true {
      if let end = pending.firstIndex(of: 0x0a) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { return nil }
      pending += more
    }
  }
}
