import Glibc

/// A file of the kernel's own, such as those in `/proc`: without a length, and with other bytes
/// whenever it is read from its start.
struct SystemFile {
  /// More than any such file has that is read here.
  private static var limit: Int { 4 << 20 }

  private let descriptor: Descriptor
  private let path: String

  /// Opens it. Throws `DriveFault`.
  init(_ path: String) throws(DriveFault) {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard number >= 0 else { throw DriveFault(number: errno, path) }
    descriptor = Descriptor(number)
    self.path = path
  }

  /// All that it holds now.
  func read() throws -> [UInt8] {
    let source = DescriptorSource(descriptor, path)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while case let count = try source.read(into: &buffer), count > 0, bytes.count < Self.limit {
      bytes += buffer[..<count]
    }
    return bytes
  }
}
