import Glibc

/// A folder of its own for each test, removed with all it holds when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let chosen = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) }
    // In memory where that can be had: the tests sync thousands of times.
    let parent = chosen ?? (unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")
    var template = Array((parent + "/airlock-store-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw POSIXFailure() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  func file(_ name: String) -> String { path + "/" + name }

  /// The names in the folder, sorted.
  func names() -> [String] { Self.names(path) }

  static func names(_ folder: String) -> [String] {
    guard let folder = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    for name in names(path) { remove(path + "/" + name) }
    // Also removes a folder, once it is empty.
    unsafe Glibc.remove(path)
  }
}

struct POSIXFailure: Error {
  let number = errno
}
