import Cryptography
import FoundationEssentials
import Glibc

/// Lends a new empty folder, which is removed afterwards.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let name =
    "airlock-cryptography-" + SystemRandom.bytes(8).map { String($0) }.joined(separator: "-")
  let folder = FileManager.default.temporaryDirectory.appending(path: name).path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// Writes a new file.
func write(_ bytes: [UInt8], _ path: String) throws {
  let sink = try FileSink(path: path)
  try sink.write(bytes)
  try sink.finish()
}

/// Reads a file whole.
func read(_ path: String) throws -> [UInt8] {
  try FileSource(path: path).readAll(limit: .max)
}

/// A device on which every write fails as on a full disk.
func openFullDevice() throws -> CInt {
  let descriptor = unsafe open("/dev/full", O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError("open", "/dev/full") }
  return descriptor
}
