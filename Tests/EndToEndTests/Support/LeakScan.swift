import Foundation

/// Looks for words, as UTF-8 and as UTF-16, in files and in what processes show to everyone.
struct LeakScan {
  private let forms: [(word: String, bytes: Data)]
  /// Where which word was found.
  private(set) var found: [String] = []
  private(set) var files = 0
  private(set) var processes = 0

  init(words: [String]) {
    forms = words.flatMap { word in
      [Data(word.utf8), word.data(using: .utf16LittleEndian) ?? Data()].map { (word, $0) }
    }
  }

  /// Files and their names beneath these folders; a folder that isn't there holds nothing.
  mutating func look(in folders: [String]) {
    for folder in folders {
      for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String })
        ?? []
      {
        files += 1
        look(at: Data(name.utf8), in: "the name \(folder)/\(name)")
        guard Self.isFile("\(folder)/\(name)"),
          let data = try? Data(
            contentsOf: URL(filePath: "\(folder)/\(name)"), options: .mappedIfSafe)
        else { continue }
        look(at: data, in: "\(folder)/\(name)")
      }
    }
  }

  /// Command lines, and the environments that this user can read.
  mutating func lookAtProcesses() {
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
      guard Int32(entry) != nil,
        let line = FileManager.default.contents(atPath: "/proc/\(entry)/cmdline")
      else { continue }
      let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      // Only programs of the workbench: tests themselves are given names and passphrases.
      guard words.contains(where: { $0.contains("airlock-run-") }) else { continue }
      processes += 1
      look(at: line, in: "the command line of \(entry)")
      look(
        at: FileManager.default.contents(atPath: "/proc/\(entry)/environ") ?? Data(),
        in: "the environment of \(entry)")
    }
  }

  private mutating func look(at data: Data, in place: String) {
    for (word, bytes) in forms where data.range(of: bytes) != nil {
      found.append("\(word) in \(place)")
    }
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
