import CLinux
import Glibc

/// The folder of one run of the workbench: the browser's profile and its start page, for this user
/// alone (0700), in memory where the machine has a place for that.
///
/// A lock inside is held as long as the run lives, so that the next start knows what a killed one
/// left behind, and removes it.
public final class RunFolder: Sendable {
  /// The folder.
  public let path: String
  /// The folder that it lies in.
  public let parent: String
  /// Whether it lies in memory (tmpfs) and never reaches a disk but through swap.
  public let isInMemory: Bool
  private let lock: Int32

  private static let prefix = "airlock-run-"

  /// Makes a fresh one. Throws `WallFailure` where none of the places can be written.
  public init() throws(WallFailure) {
    var failure = WallFailure("a folder for the browser", code: ENOENT)
    for place in Self.places() {
      var template = Array("\(place)/\(Self.prefix)XXXXXX".utf8CString)
      guard unsafe mkdtemp(&template) != nil else {
        failure = WallFailure("a folder for the browser in \(place)")
        continue
      }
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      parent = place
      isInMemory = Self.isMemory(place)
      lock = try Self.lock(path, create: true)
      return
    }
    throw failure
  }

  deinit { close(lock) }

  /// In a forked child: its copy of the lock must not outlive the run.
  func forgetLock() { close(lock) }

  /// Makes a file that only this user may read, and the folders above it.
  public func write(_ bytes: [UInt8], to name: String) throws(WallFailure) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw WallFailure(folder) }
    }
    let place = "\(path)/\(name)"
    let file = unsafe open(place, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw WallFailure(place) }
    defer { close(file) }
    guard unsafe Glibc.write(file, bytes, bytes.count) == bytes.count else {
      throw WallFailure(place)
    }
  }

  /// The last line of one of its files that isn't empty, at most 200 characters of it.
  public func lastLine(of name: String) -> String? {
    let lines = (try? OpenFile("\(path)/\(name)", flags: O_RDONLY).text())?.split(separator: "\n")
    return lines?.last.map { String($0.prefix(200)) }
  }

  /// Removes one of its files.
  public func remove(_ name: String) { unsafe unlink("\(path)/\(name)") }

  /// Removes the folder and everything in it; false where something stayed.
  @discardableResult
  public func remove() -> Bool { FolderRemoval.remove(path) }

  /// Removes what runs that ended without doing so left behind; returns how many there were.
  @discardableResult
  public static func removeLeftovers() -> Int {
    var removed = 0
    for place in places() {
      for name in (try? OpenFile(place, flags: O_RDONLY | O_DIRECTORY).names()) ?? []
      where name.hasPrefix(prefix) && removeLeftover("\(place)/\(name)") {
        removed += 1
      }
    }
    return removed
  }

  private static func removeLeftover(_ folder: String) -> Bool {
    var status = stat()
    guard unsafe lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == geteuid(), status.st_mode & 0o077 == 0
    else { return false }
    guard let lock = try? lock(folder, create: false) else { return false }
    defer { close(lock) }
    return FolderRemoval.remove(folder)
  }

  /// Whether this machine has a place in memory for one.
  public static var wouldBeInMemory: Bool { places().first.map(isMemory) ?? false }

  /// Memory first; the last is on a disk on some machines, which is said then.
  private static func places() -> [String] {
    var places = ["/dev/shm"].filter(isMemory)
    if let runtime = Environment.variable("XDG_RUNTIME_DIR"), runtime.hasPrefix("/") {
      places.append(runtime)
    }
    return places + ["/tmp"]
  }

  private static func isMemory(_ path: String) -> Bool { unsafe airlock_is_memory(path) == 1 }

  /// The lock file, held; throws where a live run holds it, or there is none.
  private static func lock(_ folder: String, create: Bool) throws(WallFailure) -> Int32 {
    let flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC | (create ? O_CREAT | O_EXCL : 0)
    let lock = unsafe open(folder + "/lock", flags, 0o600)
    guard lock >= 0 else { throw WallFailure(folder) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let failure = WallFailure(folder)
      close(lock)
      throw failure
    }
    return lock
  }
}
