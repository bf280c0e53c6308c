import Cryptography
import Glibc

extension FolderDrive: FileSystem {
  func entry(_ path: String) throws -> DriveEntry? {
    try DrivePath.check(path)
    guard let folder = try folder(DrivePath.folder(of: path)) else { return nil }
    let name = DrivePath.name(of: path)
    return try FolderListing.entry(name, in: folder, shown(path))
  }

  func makeFolder(_ path: String) throws {
    let folder = try parent(of: path)
    guard unsafe mkdirat(folder.number, DrivePath.name(of: path), 0o755) == 0 else {
      throw writeFault(path)
    }
  }

  func create(_ path: String) throws -> any PartFile {
    let folder = try parent(of: path)
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let number = unsafe openat(folder.number, DrivePath.name(of: path), flags, 0o644)
    guard number >= 0 else { throw writeFault(path) }
    return FolderPartFile(Descriptor(number), shown(path))
  }

  func source(_ path: String) throws -> any ByteSource {
    guard let file = try file(path) else { throw DriveFault(.absent, shown(path)) }
    return DescriptorSource(file, shown(path))
  }

  func rename(_ path: String, to target: String) throws {
    let folder = try parent(of: path)
    let (old, new) = (DrivePath.name(of: path), DrivePath.name(of: target))
    guard unsafe renameat(folder.number, old, folder.number, new) == 0 else {
      throw writeFault(target)
    }
  }

  func unlink(_ path: String) throws {
    let folder = try parent(of: path)
    guard unsafe unlinkat(folder.number, DrivePath.name(of: path), 0) == 0 else {
      throw writeFault(path)
    }
  }

  func syncFolder(_ path: String) throws {
    guard let folder = try folder(path) else { throw DriveFault(.vanished, self.path) }
    // The drive's own folder belongs to the person; only ours hide their times.
    if !path.isEmpty { try folder.hideTimes(shown(path)) }
    try folder.sync(shown(path))
  }

  /// Opens a folder name by name; nil where one isn't there.
  func folder(_ path: String) throws(DriveFault) -> Descriptor? {
    try DrivePath.check(path)
    var folder = base
    for name in DrivePath.names(path) {
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      let number = unsafe openat(folder.number, name, flags)
      if number < 0 && errno == ENOENT { return nil }
      guard number >= 0 else { throw DriveFault(number: errno, shown(path)) }
      folder = Descriptor(number)
    }
    return folder
  }

  /// Opens a regular file; nil where there is none, or something else.
  ///
  /// The kind is looked at first, since opening a device can do something, and again once it is
  /// open, since it may have been exchanged. Without O_NONBLOCK a pipe put there meanwhile would
  /// hang us.
  func file(_ path: String) throws -> Descriptor? {
    guard try entry(path)?.isRegular == true,
      let folder = try folder(DrivePath.folder(of: path))
    else { return nil }
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let number = unsafe openat(folder.number, DrivePath.name(of: path), flags)
    guard number >= 0 else { throw DriveFault(number: errno, shown(path)) }
    let file = Descriptor(number)
    return try file.status().st_mode & S_IFMT == S_IFREG ? file : nil
  }

  private func parent(of path: String) throws(DriveFault) -> Descriptor {
    guard let folder = try folder(DrivePath.folder(of: path)) else {
      throw DriveFault(.vanished, self.path)
    }
    return folder
  }

  /// A fault of a changing call. Folders were there a moment ago, so where one is missing now the
  /// stick is gone.
  private func writeFault(_ place: String) -> DriveFault {
    errno == ENOENT ? DriveFault(.vanished, path) : DriveFault(number: errno, shown(place))
  }
}
