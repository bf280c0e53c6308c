import Cryptography
import Glibc
import Vocabulary

/// A private copy of a sealed file, with the length and hash that it was copied with.
///
/// Nothing on a stick can be trusted to stay what it was: between checking and using it another
/// program, or the stick itself, may exchange it. So it is copied once, hashed on the way, and only
/// the copy is used. The copy has no name, so nobody else can open it and a killed process leaves
/// nothing behind. It holds ciphertext only.
final class SpoolFile: Sendable {
  let length: Int64
  let sha256: Digest
  private let descriptor: Descriptor

  /// O_TMPFILE, a macro that Swift doesn't import: its own bit and O_DIRECTORY.
  private static let noName = 0o20_000_000 | O_DIRECTORY

  /// Copies all of `source` into `folder`, a private folder of the machine. Throws `DriveFault`
  /// (full and the like, of that folder) and what `source` throws.
  init(_ source: any ByteSource, into folder: String) throws {
    let descriptor = try Self.namelessFile(in: folder)
    let file = FolderPartFile(descriptor, folder)
    let hashing = HashingSource(source)
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while case let count = try hashing.read(into: &buffer), count > 0 {
      try file.write(buffer[..<count])
    }
    self.descriptor = descriptor
    length = hashing.count
    sha256 = hashing.digest
  }

  /// The copied bytes from the start; several may read at once.
  func source() -> any ByteSource { DescriptorSource(descriptor, "spool") }

  private static func namelessFile(in folder: String) throws(DriveFault) -> Descriptor {
    let number = unsafe open(folder, O_RDWR | noName | O_CLOEXEC, 0o600)
    if number >= 0 { return Descriptor(number) }
    // Some file systems have no files without a name: make one and take its name away.
    guard errno == EOPNOTSUPP || errno == EISDIR else { throw DriveFault(number: errno, folder) }
    let path = "\(folder)/" + Hex.encoded(SystemRandom.bytes(16)) + ".spool"
    let named = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard named >= 0 else { throw DriveFault(number: errno, folder) }
    let descriptor = Descriptor(named)
    guard unsafe Glibc.unlink(path) == 0 else { throw DriveFault(number: errno, folder) }
    return descriptor
  }
}
