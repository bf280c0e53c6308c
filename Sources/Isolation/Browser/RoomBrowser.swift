import CLinux
public import Glibc
import Synchronization

/// The browser that lives inside the wall: a process that waits until it is told to start.
///
/// It is forked while there is one thread and the wall is still open, since behind the wall nothing
/// can be executed any more. It ends with this process, however that ends.
public final class RoomBrowser: Sendable {
  /// How it ended.
  public enum Ending: Equatable, Sendable {
    /// By itself, as when its last window is closed.
    case closed
    /// With this status: it could not start, or gave up.
    case failed(Int32)
    /// By this signal.
    case killed(Int32)
  }

  /// The name of the page that it opens, in the run's folder.
  public static let startPage = BrowserSetting.startPage
  /// The name of the file that holds what it prints.
  public static let log = BrowserProcess.log

  /// Its process, the first of a group of its own.
  public let process: pid_t
  private let order: Int32
  private let end = Mutex<Ending?>(nil)

  /// Forks the process. `isWalled` says whether it is held to its files and calls.
  init(_ program: BrowserProgram, run: RunFolder, isWalled: Bool) throws(WallFailure) {
    try run.write(Array(BrowserSetting.preferences.text.utf8), to: BrowserSetting.preferences.path)
    let (read, write) = try Self.pipe()
    let parent = getpid()
    let child = airlock_fork()
    guard child >= 0 else { throw WallFailure("a process for the browser") }
    if child == 0 {
      close(write)
      BrowserProcess(program: program, run: run, isWalled: isWalled, order: read)
        .become(under: parent)
    }
    close(read)
    (process, order) = (child, write)
  }

  private static func pipe() throws(WallFailure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard unsafe Glibc.pipe(&ends) == 0, let read = ends.first, let write = ends.last else {
      throw WallFailure("a pipe to the browser")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (read, write)
  }

  /// Lets it start, once.
  public func start() {
    var go: UInt8 = 1
    _ = unsafe write(order, &go, 1)
    close(order)
  }

  /// How it ended; nil while it runs.
  public func ending() -> Ending? {
    end.withLock { end in
      if let end { return end }
      var status: Int32 = 0
      guard unsafe waitpid(process, &status, WNOHANG) == process else { return nil }
      let (signal, code) = (status & 0x7f, (status >> 8) & 0xff)
      end = signal != 0 ? .killed(signal) : code == 0 ? .closed : .failed(code)
      return end
    }
  }

  /// Ends it and what it started, with time to save what was typed.
  public func stop() {
    for (signal, tenths) in [(SIGTERM, 40), (SIGKILL, 20)] {
      guard ending() == nil else { break }
      kill(-process, signal)
      for _ in 0..<tenths where ending() == nil { usleep(100_000) }
    }
    // Those of its processes that outlived it.
    kill(-process, SIGKILL)
  }
}
