public import Cryptography

/// A drive whose reads and writes are counted by a watch.
public struct WatchedDrive: Drive {
  private let drive: any Drive
  private let watch: StickWatch

  /// Does everything through `drive` and tells `watch`.
  public init(_ drive: any Drive, _ watch: StickWatch) {
    self.drive = drive
    self.watch = watch
  }

  public func list(_ folder: String) throws -> [DriveEntry] { try drive.list(folder) }

  /// Metadata and notes, which are read whole and small, aren't counted.
  public func read(_ path: String, limit: Int64) throws -> [UInt8]? {
    try drive.read(path, limit: limit)
  }

  public func open(_ path: String, limit: Int64) throws -> (any ByteSource)? {
    try drive.open(path, limit: limit).map { WatchedSource($0, watch, countsFile: true) }
  }

  public func write(_ path: String, replace: Bool, from source: any ByteSource) throws {
    try drive.write(
      path, replace: replace, from: WatchedSource(source, watch, countsFile: false))
    watch.countFile()
  }

  public func remove(_ path: String) throws { try drive.remove(path) }
  public func freeSpace() throws -> Int64? { try drive.freeSpace() }
  public var label: String { drive.label }
  public var allocationUnit: Int64 { get throws { try drive.allocationUnit } }
  public var isReadOnly: Bool { get throws { try drive.isReadOnly } }

  public func settle() throws {
    watch.enter(.settling)
    try drive.settle()
  }
}

/// Tells a watch what passes.
private final class WatchedSource: ByteSource {
  private let source: any ByteSource
  private let watch: StickWatch
  /// Whether its end is that of a file: one that is written is finished only later.
  private let countsFile: Bool
  private var isAtEnd = false

  init(_ source: any ByteSource, _ watch: StickWatch, countsFile: Bool) {
    self.source = source
    self.watch = watch
    self.countsFile = countsFile
  }

  func read(into buffer: inout [UInt8]) throws -> Int {
    let count = try source.read(into: &buffer)
    if count > 0 {
      watch.count(bytes: count)
    } else if countsFile, !isAtEnd {
      isAtEnd = true
      watch.countFile()
    }
    return count
  }
}
