import Cryptography
import Foundation

/// Commands of the system, run in a folder of their own.
enum Shell {
  static let hasTools: Bool = {
    let found = ["age", "zstd", "tar"].allSatisfy { tool in
      ["/usr/bin/", "/usr/local/bin/", "/bin/"].contains {
        FileManager.default.isExecutableFile(atPath: $0 + tool)
      }
    }
    if !found { print("skipped: age, zstd and tar are not all installed") }
    return found
  }()

  static func secret(_ identity: AgeIdentity) -> String {
    String(decoding: identity.secretText().revealed(), as: UTF8.self) + "\n"
  }

  static func folder() throws -> Folder {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("airlock-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return Folder(url: url)
  }

  struct Failed: Error { let status: Int32 }

  struct Folder {
    let url: URL

    func write(_ name: String, _ bytes: [UInt8]) throws {
      let file = url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }

    func read(_ name: String) throws -> [UInt8] {
      try SharedData.bytes(url.appendingPathComponent(name))
    }

    /// Runs a line of the shell; throws where any command of it fails.
    func run(_ line: String) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-euo", "pipefail", "-c", line]
      process.currentDirectoryURL = url
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else {
        throw Failed(status: process.terminationStatus)
      }
    }

    func remove() { try? FileManager.default.removeItem(at: url) }
  }
}
