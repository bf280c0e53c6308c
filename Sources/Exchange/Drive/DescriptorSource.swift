import Cryptography
import Glibc
import Vocabulary

/// Reads a file through a descriptor that others may use too: each source has its own place.
final class DescriptorSource: ByteSource {
  private let descriptor: Descriptor
  private let path: String
  private var offset: Int64 = 0

  /// Reads from the file's start; `path` is for errors.
  init(_ descriptor: Descriptor, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  func read(into buffer: inout [UInt8]) throws -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe pread(descriptor.number, $0.baseAddress, $0.count, Int(offset))
      }
      if count >= 0 {
        offset += Int64(count)
        return count
      }
      guard errno == EINTR else { throw DriveFault(number: errno, path) }
    }
  }
}
