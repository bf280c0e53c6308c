import Cryptography
import Glibc

/// A file that is being written into a folder of the machine.
final class FolderPartFile: PartFile {
  private let descriptor: Descriptor
  private let path: String

  /// Takes a file that was just made; `path` is for errors.
  init(_ descriptor: Descriptor, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  func write(_ bytes: ArraySlice<UInt8>) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor.number, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw DriveFault(number: errno, path)
      }
    }
  }

  func sync(_: String) throws {
    try descriptor.hideTimes(path)
    try descriptor.sync(path)
  }

  func readBack() throws -> any ByteSource {
    // Only a hint: where the kernel keeps the pages, what is read is what it will write again.
    _ = posix_fadvise(descriptor.number, 0, 0, POSIX_FADV_DONTNEED)
    return DescriptorSource(descriptor, path)
  }
}
