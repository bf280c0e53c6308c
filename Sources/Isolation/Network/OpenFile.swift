import Glibc

/// An open file or folder of `/sys` or `/proc`, which may be read again and again.
public final class OpenFile: Sendable {
  /// Why something can't be read.
  public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
    /// The path as it was given.
    public let path: String
    /// `errno`.
    public let code: Int32
    public var description: String { "\(path) can't be read (error \(code))" }
  }

  private let descriptor: Int32
  private let path: String

  /// Opens `path`, relative to `folder` where one is given.
  init(_ path: String, in folder: OpenFile? = nil, flags: Int32) throws(Failure) {
    self.path = folder.map { $0.path + "/" + path } ?? path
    descriptor = unsafe openat(folder?.descriptor ?? AT_FDCWD, path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: self.path, code: errno) }
  }

  deinit { close(descriptor) }

  /// The whole text from its beginning.
  func text() throws(Failure) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = unsafe pread(descriptor, &chunk, chunk.count, off_t(bytes.count))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Failure(path: path, code: errno) }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk.prefix(count)
    }
  }

  /// The one line that a file of this folder holds, without its end; nil where it has none to give.
  func value(_ name: String) -> String? {
    guard let file = try? OpenFile(name, in: self, flags: O_RDONLY), let text = try? file.text()
    else { return nil }
    let line = text.prefix { $0 != "\n" }
    return line.isEmpty ? nil : String(line)
  }

  /// Whether something of that name is in this folder, be it a link that leads nowhere.
  func holds(_ name: String) -> Bool {
    unsafe faccessat(descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// The names in this folder, sorted.
  func names() throws(Failure) -> [String] {
    guard let names = Self.names(in: descriptor) else { throw Failure(path: path, code: errno) }
    return names
  }

  /// The names in the folder behind a descriptor, sorted; nil, with `errno`, where it can't be read.
  static func names(in descriptor: Int32) -> [String]? {
    // A fresh descriptor each time: one that is shared would go on where the last reading ended.
    let again = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard again >= 0 else { return nil }
    guard let folder = unsafe fdopendir(again) else {
      let code = errno
      close(again)
      errno = code
      return nil
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
