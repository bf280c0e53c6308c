public import Cryptography

/// A stick, or whatever stands for one: a folder of files that somebody else may have written and
/// that can be gone at any moment.
///
/// Paths are relative, with `/` between names. Links are never followed; what is no regular file
/// is as good as absent for reading and is never changed. Everything throws `DriveFault` where the
/// drive fails.
public protocol Drive: Sendable {
  /// What a folder holds, sorted by name; empty where there is no such folder.
  func list(_ folder: String) throws -> [DriveEntry]

  /// A file's bytes; nil where there is none. Throws a `Refusal` (size) for more than `limit`.
  func read(_ path: String, limit: Int64) throws -> [UInt8]?

  /// A file to read in pieces; nil where there is none. Throws a `Refusal` (size) for more than
  /// `limit` bytes, also where they come up only while reading.
  func open(_ path: String, limit: Int64) throws -> (any ByteSource)?

  /// Writes a file so that it is there whole or not at all, as `SafeWrite` says, and makes the
  /// folders on the way. Throws `DriveFault` (different) where the file is there with other bytes,
  /// unless `replace`.
  func write(_ path: String, replace: Bool, from source: any ByteSource) throws

  /// Removes a regular file; nothing happens where there is none.
  func remove(_ path: String) throws

  /// Bytes that can still be written; nil where the drive doesn't know.
  func freeSpace() throws -> Int64?

  /// What people call it, for records of what went where; empty where it has no name.
  var label: String { get }

  /// Bytes in which files take room: a file of one byte takes as many.
  var allocationUnit: Int64 { get throws }

  /// Whether nothing can be changed, as far as that shows before one tries.
  var isReadOnly: Bool { get throws }

  /// Brings everything that was written to the drive's memory; it may be pulled out afterwards.
  func settle() throws
}

extension Drive {
  public var label: String { "" }

  public func read(_ path: String, limit: Int64) throws -> [UInt8]? {
    try open(path, limit: limit)?.readAll(limit: limit)
  }

  /// Writes bytes that are at hand.
  public func write(_ path: String, replace: Bool = false, _ bytes: [UInt8]) throws {
    try write(path, replace: replace, from: MemorySource(bytes))
  }
}
