import Glibc

/// Files that only their owner may read, written so that a power cut leaves the old content or the
/// new, never a part of it.
public enum PrivateFile {
  /// Writes all bytes beside the path, on the disk, then puts them in its place.
  ///
  /// With `replace` false a file that is there already stays, and `FileProblem` says `EEXIST`.
  public static func write(_ bytes: [UInt8], to path: String, replace: Bool) throws(FileProblem) {
    let part = path + ".part-" + String(getpid())
    // A left-over of a process that had this number and was killed.
    unsafe unlink(part)
    do throws(FileProblem) {
      try writeThrough(bytes, to: part)
      try place(part, at: path, replace: replace)
    } catch {
      unsafe unlink(part)
      throw error
    }
    try syncFolder(of: path)
  }

  /// All bytes of an ordinary file of at most `limit` bytes; links are not followed.
  public static func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    // Not blocking: a pipe under this name would wait for a writer for ever.
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem(path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileProblem(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem(path, number: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    guard status.st_size <= limit else { throw FileProblem(path, number: EFBIG) }
    return try readAll(descriptor, count: Int(status.st_size), path)
  }

  /// Whether there is something under this path, a link that leads nowhere included.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// How many bytes a file has; links are not followed.
  public static func size(_ path: String) throws(FileProblem) -> Int64 {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw FileProblem(path) }
    return Int64(status.st_size)
  }

  /// Removes a file, on the disk; a file that isn't there is fine.
  public static func remove(_ path: String) throws(FileProblem) {
    guard unsafe unlink(path) == 0 else {
      if errno == ENOENT { return }
      throw FileProblem(path)
    }
    try syncFolder(of: path)
  }

  /// Writes over the first bytes of a file where they stand, on the disk.
  static func overwrite(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
    let descriptor = unsafe open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, path)
  }

  /// Makes a folder that only its owner may enter, and those above it that are missing.
  public static func makeFolder(_ path: String) throws(FileProblem) {
    if unsafe mkdir(path, 0o700) == 0 { return try syncFolder(of: path) }
    switch errno {
    case EEXIST:
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { throw FileProblem(path) }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw FileProblem(path, number: ENOTDIR) }
    case ENOENT:
      let parent = folder(of: path)
      // The root and the working folder are there, or nothing can be done.
      guard parent != path, parent != "/", parent != "." else { throw FileProblem(path) }
      try makeFolder(parent)
      guard unsafe mkdir(path, 0o700) == 0 else { throw FileProblem(path) }
      try syncFolder(of: path)
    default: throw FileProblem(path)
    }
  }

  /// Brings the names in the folder of `path` to the disk.
  static func syncFolder(of path: String) throws(FileProblem) {
    let folder = folder(of: path)
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileProblem(folder) }
  }

  /// Everything before the last slash of a path: the folder that holds what it names.
  public static func folder(of path: String) -> String {
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }

  private static func writeThrough(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileProblem(path) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, path)
  }

  private static func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(FileProblem) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes[done...].withUnsafeBytes { rest in
        unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileProblem(path) }
      done += count
    }
    guard fsync(descriptor) == 0 else { throw FileProblem(path) }
  }

  private static func place(
    _ part: String, at path: String, replace: Bool
  ) throws(FileProblem) {
    if replace {
      guard unsafe rename(part, path) == 0 else { throw FileProblem(path) }
    } else {
      // A second name is refused where the first is taken; rename would replace.
      guard unsafe link(part, path) == 0 else { throw FileProblem(path) }
      unsafe unlink(part)
    }
  }

  private static func readAll(
    _ descriptor: Int32, count: Int, _ path: String
  ) throws(FileProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = unsafe bytes.withUnsafeMutableBytes { all in
        unsafe Glibc.read(descriptor, all.baseAddress.map { unsafe $0 + done }, count - done)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw FileProblem(path, number: got == 0 ? EIO : errno) }
      done += got
    }
    return bytes
  }
}
