import Glibc

/// Reads what a folder of the machine holds.
enum FolderListing {
  /// All entries but `.` and `..`, sorted by name.
  static func entries(
    of folder: Descriptor, _ path: String
  ) throws(DriveFault) -> [DriveEntry] {
    // A descriptor of its own, since reading moves its place and closedir closes it.
    let number = unsafe openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0, let stream = unsafe fdopendir(number) else {
      let fault = DriveFault(number: errno, path)
      if number >= 0 { _ = close(number) }
      throw fault
    }
    defer { _ = unsafe closedir(stream) }
    var entries: [DriveEntry] = []
    while let name = try unsafe nextName(stream, path) {
      if let entry = try entry(name, in: folder, path) { entries.append(entry) }
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// One entry; nil where there is none of that name.
  static func entry(
    _ name: String, in folder: Descriptor, _ path: String
  ) throws(DriveFault) -> DriveEntry? {
    var status = stat()
    guard unsafe fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      // A name too long for the file system isn't there either.
      if errno == ENOENT || errno == ENAMETOOLONG { return nil }
      throw DriveFault(number: errno, path)
    }
    let kind = status.st_mode & S_IFMT
    return DriveEntry(
      name: name, isRegular: kind == S_IFREG, isFolder: kind == S_IFDIR,
      size: kind == S_IFREG ? Int64(status.st_size) : 0)
  }

  private static func nextName(
    _ stream: OpaquePointer, _ path: String
  ) throws(DriveFault) -> String? {
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw DriveFault(number: errno, path) }
        return nil
      }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != "." && name != ".." { return name }
    }
  }
}
