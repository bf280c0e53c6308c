import Cryptography
import Glibc

/// Runs the commands of others that our files must work with.
enum Shell {
  /// Whether there is such a command; where there is none, its tests are skipped and say so.
  static func has(_ command: String) -> Bool {
    let there = (try? run("command -v \(command)", in: "/")) == 0
    if !there { print("no command \(command): its tests are skipped") }
    return there
  }

  /// Runs a line of sh in a folder, without output; returns its exit status.
  static func run(_ line: String, in folder: String) throws -> CInt {
    let status = unsafe system("cd '\(folder)' && { \(line); } 1>/dev/null 2>&1")
    guard status != -1 else { throw FileError("start", "/bin/sh") }
    return status >> 8 & 0xff | status & 0x7f
  }
}
