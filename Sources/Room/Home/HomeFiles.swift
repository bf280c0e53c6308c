import Cryptography
import Glibc
import Store

/// What a home needs of its folders beyond `PrivateFile`.
enum HomeFiles {
  /// The names in a folder, sorted; none where there is no folder.
  static func names(in folder: String) throws -> [String] {
    guard let entries = unsafe opendir(folder) else {
      if errno == ENOENT { return [] }
      throw FileError("open", folder)
    }
    defer { unsafe closedir(entries) }
    var names: [String] = []
    while let entry = unsafe readdir(entries) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Removes an empty folder; one that isn't there is fine.
  static func removeFolder(_ path: String) throws {
    guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw FileError("remove", path) }
  }

  /// Puts a file that is on the disk in its place, and that on the disk too.
  static func rename(_ path: String, to place: String, in folder: String) throws {
    guard unsafe Glibc.rename(path, place) == 0 else { throw FileError("rename", path) }
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError("sync", folder) }
  }

  /// Removes a store and what SQLite keeps beside it.
  static func removeDatabase(_ path: String) throws {
    for suffix in ["", "-wal", "-journal"] { try PrivateFile.remove(path + suffix) }
  }

  /// Removes a folder and everything in it; one that isn't there is fine.
  static func removeTree(_ folder: String) throws {
    for name in try names(in: folder) {
      let path = "\(folder)/\(name)"
      if unsafe unlink(path) == 0 || errno == ENOENT { continue }
      guard errno == EISDIR || errno == EPERM else { throw FileError("remove", path) }
      try removeTree(path)
    }
    guard unsafe rmdir(folder) == 0 || errno == ENOENT else { throw FileError("remove", folder) }
  }
}
