import Glibc

/// The browser that `open` starts: a Chromium, since its flags and its sandbox are what was tried.
public struct BrowserProgram: Equatable, Sendable {
  /// The executable, without links on the way.
  public let path: String

  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
  ]

  /// The one at `path`; nil where nothing executable lies there.
  public init?(at path: String) {
    guard unsafe access(path, X_OK) == 0, let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    var status = stat()
    guard unsafe stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.path = unsafe String(cString: real)
  }

  /// The first that this machine has, in `PATH`'s folders.
  public static func find() -> BrowserProgram? {
    let folders = (Environment.variable("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    for name in names {
      for folder in folders where folder.hasPrefix("/") {
        if let found = BrowserProgram(at: "\(folder)/\(name)") { return found }
      }
    }
    return nil
  }

  /// The folder that it lies in.
  var folder: String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }
}
