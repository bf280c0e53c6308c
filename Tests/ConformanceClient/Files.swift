import Cryptography
import Glibc

/// Whole files, read, and written so that a reader sees the old one or the new one.
enum Files {
  /// No metadata and no test's target is larger.
  static let limit: Int64 = 64 << 20

  static func read(_ path: String) throws -> [UInt8] {
    try FileSource(path: path).readAll(limit: limit)
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    let part = "\(path).part"
    _ = unsafe unlink(part)
    let sink = try FileSink(path: part)
    try sink.write(bytes)
    try sink.finish()
    guard unsafe rename(part, path) == 0 else { throw Problem("\(path): can't be written") }
  }
}
