import Glibc
public import Vocabulary

/// The right to use a home, held by one process at a time; gone with the process, however it ends.
///
/// The lock (flock) is on the file `lock` in the home, which holds the number of the process that
/// has it. A child that is forked without exec would share it: fork before taking it, or exec. One
/// that is just about to exec shares it for a moment too, so a lock that is taken is tried again
/// for half a second before that is believed.
public final class HomeLock: Sendable {
  private let descriptor: Int32

  /// Takes the home, a folder that is there; throws `Failure` that names the process which has it,
  /// or says why the file can't be made.
  public init(home: String) throws(Failure) {
    let path = home + "/lock"
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure(.refused, FileProblem(path).description)
    }
    guard Self.lock(descriptor) else {
      let holder = Self.holder(descriptor)
      close(descriptor)
      throw Failure(
        .refused, "\(home) is open in another process\(holder): close that one first")
    }
    self.descriptor = descriptor
    let text = Array("\(getpid())\n".utf8)
    // Only for the other's message: a full disk is no reason to refuse.
    if ftruncate(descriptor, 0) == 0 { _ = unsafe pwrite(descriptor, text, text.count, 0) }
  }

  deinit {
    close(descriptor)
  }

  private static func lock(_ descriptor: Int32) -> Bool {
    for attempt in 0..<10 {
      if attempt > 0 { usleep(50_000) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    }
    return false
  }

  /// ` (pid 123)` from the file, where it says so.
  private static func holder(_ descriptor: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 16)
    let count = unsafe pread(descriptor, &text, text.count, 0)
    let digits = text.prefix(max(0, count)).prefix { (0x30...0x39).contains($0) }
    return digits.isEmpty ? "" : " (pid \(String(decoding: digits, as: UTF8.self)))"
  }
}
