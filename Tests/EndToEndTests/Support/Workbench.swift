import Foundation
import Testing

/// `airlock-room open` as a process of its own, from its address to its end.
final class Workbench {
  let url: String
  private let process = Process()
  private let output = Pipe()

  /// Starts the workbench of a room and waits for its address; `prefix` is what runs it.
  init(
    _ world: World, room: String, untilDone: Bool = false, prefix: [String] = []
  ) throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      prefix + [Program.products.appending(path: "airlock-room").path]
      + ["--home", world.path(room), "open", "--no-browser", "--allow-network", "--json"]
      // A world's stick is a folder in its own, not where desktops mount sticks.
      + ["--stick", world.folder.path]
      + (untilDone ? ["--until-done"] : [])
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
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

  /// Ends it as Ctrl-C does; gives its exit status.
  func interrupt() -> Int32 {
    process.interrupt()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Ends it as a power cut does.
  func kill() {
    _ = Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits for it to end by itself.
  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// The Python of `.venv`, with a browser to drive; nil, and said, without them.
enum Browser {
  static let python: String? = {
    let environment = ProcessInfo.processInfo.environment["AIRLOCK_PYTHON"]
    let python = environment ?? Shared.root.appending(path: ".venv/bin/python").path
    let hasPython = FileManager.default.isExecutableFile(atPath: python)
    let hasBrowser = FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
    if hasPython, hasBrowser { return python }
    print("skipped: the browser tests need chromium and the .venv that scripts/setup makes")
    return nil
  }()

  static var isHere: Bool { python != nil }

  /// Runs a script of `Tests/WebTests/browser` against a workbench.
  static func run(
    _ script: String, _ arguments: String..., at url: String, name: String, passphrase: String,
    more: [String: String] = [:]
  ) throws -> Outcome {
    let folder = Shared.root.appending(path: "Tests/WebTests/browser")
    let shots = Shared.root.appending(path: "screenshots/walk")
    return try Program.run(
      try #require(python), [folder.appending(path: script).path] + arguments, in: folder,
      environment: [
        "AIRLOCK_URL": url, "AIRLOCK_NAME": name, "AIRLOCK_PASSPHRASE": passphrase,
        "AIRLOCK_SHOTS": shots.path, "PYTHONDONTWRITEBYTECODE": "1",
      ].merging(more) { $1 })
  }
}
