import Foundation
import TestSupport

/// The Python of a virtual environment that has python-tuf and PyNaCl: `$AIRLOCK_PYTHON`, else
/// `.venv/bin/python` in the package.
enum Python {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  static let path: String? = {
    let named = ProcessInfo.processInfo.environment["AIRLOCK_PYTHON"]
    let path = named ?? SharedFolder.package.appending(path: ".venv/bin/python").path
    if (try? run(path, ["-c", "import tuf, nacl"])) != nil { return path }
    print("skipped: \(path) has no python-tuf and PyNaCl; make .venv or set AIRLOCK_PYTHON")
    return nil
  }()

  /// Runs a script that lies beside these tests and returns what it prints.
  static func script(
    _ name: String, in kind: String = "python", _ arguments: [String]
  ) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let script = folder.appending(path: "\(kind)/\(name)").path
    // Without -B Python would leave compiled files among the sources.
    return try run(path ?? "", ["-B", script] + arguments)
  }

  private static func run(_ path: String, _ arguments: [String]) throws -> [UInt8] {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(description: String(decoding: complaint, as: UTF8.self))
    }
    return Array(text)
  }
}
