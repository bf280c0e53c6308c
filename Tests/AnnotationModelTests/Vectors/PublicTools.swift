import Foundation

/// The programs that open a sealed file without us: age, zstd, tar.
enum PublicTools {
  /// Whether all of them are installed; says so in the output if not.
  static let areThere = ["age", "zstd", "tar"].allSatisfy { tool in
    let found = (try? run("command -v \(tool)")) != nil
    if !found { print("skipped: the command \(tool) is missing") }
    return found
  }

  /// What a shell command writes; throws unless it succeeds.
  static func run(_ command: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return [UInt8](data)
  }
}
