import Glibc

@testable import Store

/// Another program, for readers that aren't ours and for locks of another process.
enum ChildProcess {
  struct Result {
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs a program to its end; what it reads and writes goes through files of `folder`.
  static func run(
    _ arguments: [String], input: String, in folder: TemporaryFolder
  ) throws -> Result {
    let paths = ["stdin", "stdout", "stderr"].map(folder.file)
    try Fixtures.put(Array(input.utf8), paths[0])
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, path) in paths.enumerated() {
      let flags = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      unsafe posix_spawn_file_actions_addopen(&actions, Int32(number), path, flags, 0o600)
    }
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, arguments[0], &actions, nil, &words, environ) == 0 else {
      throw POSIXFailure()
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Result(
      status: status, output: try text(paths[1]), error: try text(paths[2]))
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Fixtures.bytes(path), as: UTF8.self)
  }
}

/// A Python that has PyNaCl: `AIRLOCK_PYTHON`, else the one that `scripts/setup` makes.
enum Python {
  static let path: String? = {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let chosen = unsafe getenv("AIRLOCK_PYTHON").map { unsafe String(cString: $0) }
    let path = chosen ?? "/\(root)/.venv/bin/python"
    guard unsafe access(path, X_OK) == 0 else {
      print("No Python with PyNaCl at \(path) (AIRLOCK_PYTHON): the second reader is not run.")
      return nil
    }
    return path
  }()

  static let reader =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/read_store.py"
}
