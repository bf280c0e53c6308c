import Foundation
import Testing

/// `airlock-room open` with the browser that it starts itself, a Chromium without a window.
///
/// The browser can't be reached from outside, which is the point: a script that drives it is run
/// inside its network namespace.
final class WalledWorkbench {
  /// The port on the namespace's loopback that answers to a debugger.
  private static let debugPort = 9_222

  let url: String
  let process = Process()
  private let output = Pipe()
  private let errors: URL

  /// What stands on standard error so far.
  var complaints: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

  /// Whether this machine has what it takes; said where not.
  static let isHere: Bool = {
    guard Browser.isHere else { return false }
    let namespace = try? Program.run("unshare", ["-Urn", "true"])
    if namespace?.status != 0 { print("skipped: this system refuses namespaces") }
    return namespace?.status == 0
  }()

  /// Whether tests may also make interfaces and namespaces of their own.
  static let isRoot = geteuid() == 0

  /// Starts it and waits for its address; `prefix` is what runs it, such as a shell elsewhere.
  init(_ world: World, room: String, prefix: [String] = [], options: [String] = []) throws {
    let tools = world.folder.appending(path: "tools")
    try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
    let browser = tools.appending(path: "browser")
    try Data(
      """
      #!/bin/sh
      exec /usr/bin/chromium --headless=new --remote-debugging-port=\(Self.debugPort) "$@"

      """.utf8
    ).write(to: browser)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser.path)
    errors = world.folder.appending(path: "open.errors")
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
    let program = Program.products.appending(path: "airlock-room").path
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      prefix + [program, "--home", world.path(room), "open", "--browser", browser.path, "--json"]
      + options
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    var line = Data()
    while !line.contains(0x0a) {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "the workbench ended before it gave its address")
      line += more
    }
    let object = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    url = try #require(object["url"] as? String)
  }

  deinit { if process.isRunning { process.terminate() } }

  /// The server's process: the one that was started, or became it.
  var server: Int32 { process.processIdentifier }

  /// The browser's first process, or what will become it: the only child of the server.
  func browser() throws -> Int32 {
    for entry in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
      guard let identifier = Int32(entry),
        let stat = try? String(contentsOfFile: "/proc/\(entry)/stat", encoding: .utf8),
        let parent = stat.split(separator: ")").last?.split(separator: " ").dropFirst().first
      else { continue }
      if Int32(parent) == server { return identifier }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  /// Runs one step of wall.py in the browser's network.
  func drive(_ step: String, _ environment: [String: String]) throws -> Outcome {
    let scripts = Shared.root.appending(path: "Tests/WebTests/browser")
    let enter =
      ["-t", "\(try browser())", "-n"] + (Self.isRoot ? [] : ["-U", "--preserve-credentials"])
    return try Program.run(
      "nsenter",
      enter + [try #require(Browser.python), scripts.appending(path: "wall.py").path, step],
      in: scripts,
      environment: environment.merging([
        "AIRLOCK_DEBUG": "http://127.0.0.1:\(Self.debugPort)", "PYTHONDONTWRITEBYTECODE": "1",
      ]) { $1 })
  }

  /// Ends it as Ctrl-C does; gives its exit status.
  func interrupt() -> Int32 {
    process.interrupt()
    return wait()
  }

  /// Waits for it to end by itself.
  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Ends server and browser as a power cut does.
  func kill() throws {
    let browser = try browser()
    for process in [server, browser] { _ = Foundation.kill(process, SIGKILL) }
    process.waitUntilExit()
  }
}
