import Glibc

/// A file read from its current place to its end.
public final class FileSource: ByteSource {
  private let descriptor: CInt
  private let name: String

  /// Reads from an open descriptor, which this source owns and closes; `name` is for errors.
  public init(descriptor: CInt, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Opens the file at `path`; throws `FileError`.
  public convenience init(path: String) throws {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw FileError("open", path) }
    self.init(descriptor: descriptor, name: path)
  }

  deinit {
    // Nothing was written through it, so a failure to close loses nothing.
    _ = Glibc.close(descriptor)
  }

  public func read(into buffer: inout [UInt8]) throws -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw FileError("read", name) }
    }
  }
}
