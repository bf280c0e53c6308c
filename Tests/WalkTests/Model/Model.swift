import Foundation
import Testing

/// Runs spin on the model: makes the search a C program, compiles it, runs it.
enum Model {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../Model/channel.pml").standardized

  static let canRun: Bool = {
    let found = (try? run("command -v spin && command -v gcc", in: nil))?.status == 0
    if !found { print("skipped: the model of the protocol needs spin and gcc") }
    return found
  }()

  /// What the search says; `rule` is left out of the model, and at most `moves` things happen.
  static func search(without rule: String?, moves: Int) throws -> String {
    let folder = try TestFolder()
    let leftOut = rule.map { "-D\($0)" } ?? ""
    let outcome = try run(
      """
      spin -a \(leftOut) -DMOVES=\(moves) "$1" >spin.log && gcc -w -O2 -DSAFETY -DCOLLAPSE -o pan pan.c
      ./pan -m20000 -w22
      """, in: folder.path)
    return outcome.text
  }

  private static func run(
    _ script: String, in folder: String?
  ) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, "sh", file.path]
    process.currentDirectoryURL = folder.map { URL(filePath: $0) }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }
}
