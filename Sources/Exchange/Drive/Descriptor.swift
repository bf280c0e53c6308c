import Glibc

/// An open file or folder that is closed when nobody needs it any more.
final class Descriptor: Sendable {
  let number: CInt

  /// Takes over an open descriptor.
  init(_ number: CInt) { self.number = number }

  deinit {
    // Whatever had to reach the disk was synced before, so nothing depends on this.
    _ = Glibc.close(number)
  }

  /// What kind of thing it is and how large.
  func status() throws(DriveFault) -> stat {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw DriveFault(number: errno, "") }
    return status
  }

  /// 1980-01-01 00:00:00 UTC, the first moment that FAT knows.
  private static let epoch = timespec(tv_sec: 315_532_800, tv_nsec: 0)

  /// Sets the times of reading and writing to 1980, so that a stick doesn't tell when somebody
  /// worked.
  func hideTimes(_ path: String) throws(DriveFault) {
    let times = [Self.epoch, Self.epoch]
    guard unsafe futimens(number, times) == 0 else { throw DriveFault(number: errno, path) }
  }

  /// Brings it to the disk.
  func sync(_ path: String) throws(DriveFault) {
    // Some file systems of sticks can't sync a folder and say so.
    guard fsync(number) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw DriveFault(number: errno, path)
    }
  }
}
