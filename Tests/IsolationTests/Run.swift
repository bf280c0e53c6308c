import Foundation

/// Runs a program to its end.
enum Run {
  /// As this user.
  static func program(_ arguments: String...) throws -> (status: Int32, text: String) {
    try run(arguments)
  }

  /// As another user where the tests are root's.
  static func asUser(_ user: UInt32, _ arguments: String...) throws -> (status: Int32, text: String)
  {
    guard geteuid() == 0 else { return try run(arguments) }
    return try run(
      ["setpriv", "--reuid", "\(user)", "--regid", "\(user)", "--clear-groups"] + arguments)
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }
}
