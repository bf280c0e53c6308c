import Glibc

/// Removes a folder with all that is in it, without ever following a link.
enum FolderRemoval {
  /// Deeper than any profile; a deeper tree stays and is reported as not removed.
  private static let depth = 64

  /// False where something stayed.
  static func remove(_ path: String) -> Bool {
    // A browser that was just killed may be writing its last file.
    for _ in 0..<4 {
      empty(AT_FDCWD, path, depth)
      if unsafe rmdir(path) == 0 || errno == ENOENT { return true }
    }
    return false
  }

  private static func empty(_ parent: Int32, _ name: String, _ depth: Int) {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let folder = unsafe openat(parent, name, flags)
    guard depth > 0, folder >= 0 else { return }
    defer { close(folder) }
    for entry in OpenFile.names(in: folder) ?? [] where unsafe unlinkat(folder, entry, 0) != 0 {
      empty(folder, entry, depth - 1)
      unsafe unlinkat(folder, entry, AT_REMOVEDIR)
    }
  }
}
