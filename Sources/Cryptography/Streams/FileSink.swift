import Glibc

/// A file that is written from its current place on, and is on the disk once `finish` returns.
public final class FileSink: ByteSink {
  private var descriptor: CInt
  private let name: String

  /// Writes to an open descriptor, which this sink owns and closes; `name` is for errors.
  public init(descriptor: CInt, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Makes a new file, readable and writable by `mode` alone; one that exists is an error.
  public convenience init(path: String, mode: UInt32 = 0o600) throws {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe Glibc.open(path, flags, mode)
    guard descriptor >= 0 else { throw FileError("create", path) }
    self.init(descriptor: descriptor, name: path)
  }

  deinit {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
  }

  public func write(_ bytes: ArraySlice<UInt8>) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw FileError("write", name)
      }
    }
  }

  /// Brings the bytes to the disk and closes the file.
  public func finish() throws {
    // A pipe or terminal can't be synced and says EINVAL.
    if fsync(descriptor) != 0 && errno != EINVAL { throw FileError("sync", name) }
    let closed = Glibc.close(descriptor)
    descriptor = -1
    // Linux has closed it even where it was interrupted.
    if closed != 0 && errno != EINTR { throw FileError("close", name) }
  }
}
