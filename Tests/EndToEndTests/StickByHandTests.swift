import Foundation
import Testing

/// A stick can be checked with tools that people already trust: age, zstd, tar, sha256sum.
@Suite struct StickByHandTests {
  @Test func anArchiveOpensWithAgeZstdAndTar() throws {
    let small = try SmallWorld()
    let world = small.world
    try world.room("a", "sync", world.stick)
    try small.answerAll()
    try world.room("a", "sync", world.stick)
    try world.lab("identity", "-o", world.path("lab.age"))
    let archive = try #require(try small.files(".age").last { $0.path.contains("/up/") })
    let open = try Program.run(
      "python3",
      [Self.script, world.path("lab.age"), world.path("keys.txt"), "correct horse battery of lab"])
    #expect(open.status == 0, "\(open.errors)")
    let folder = world.path("opened")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let unpacked = try Program.run(
      "sh", ["-c", "age -d -i keys.txt \"$1\" | zstd -d | tar x -C opened", "sh", archive.path],
      in: world.folder)
    #expect(unpacked.status == 0, "\(unpacked.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == ["acts.jsonl", "checkpoint", "log.jsonl", "manifest.json"])
    let acts = try String(contentsOfFile: "\(folder)/acts.jsonl", encoding: .utf8)
    #expect(acts.split(separator: "\n").count == 3)
    // The unpacked folder is checked in full, without a home and without a passphrase.
    let verified = try Program.run(
      "airlock-lab",
      [
        "verify", folder, "--card", world.path("a.card"), "--trust", world.path("lab.trust"),
        "--json",
      ])
    #expect(verified.status == 0, "\(verified.errors)")
  }

  /// age asks for a passphrase on its terminal only: python's pty gives it one.
  static let script: String = {
    let file = FileManager.default.temporaryDirectory.appending(path: "airlock-age-\(getpid()).py")
    let text = """
      import os, pty, sys
      sealed, plain, passphrase = sys.argv[1:]
      pid, terminal = pty.fork()
      if pid == 0:
          os.execvp("age", ["age", "-d", "-o", plain, sealed])
      seen = b""
      while b"passphrase" not in seen.lower():
          seen += os.read(terminal, 1024)
      os.write(terminal, passphrase.encode() + b"\\n")
      try:
          while os.read(terminal, 1024): pass
      except OSError:
          pass
      sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
      """
    try? Data(text.utf8).write(to: file)
    return file.path
  }()
}
