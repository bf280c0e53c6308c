import Cryptography
import Vocabulary

/// Writes a file to a stick so that it is there whole or not at all (formats.md, section 2):
/// beside as `*.part`, synced, read back and compared, renamed, its folder synced.
///
/// Linux's FAT renames by writing a new entry without a length and filling it in later, so the file
/// is synced a second time, under its name.
struct SafeWrite<System: FileSystem> {
  private static var pieceBytes: Int { 256 << 10 }

  let system: System

  /// Writes all of `source` to `path`.
  ///
  /// A file of that name with the same bytes is left as it is. One with other bytes is an error,
  /// unless `replace`, or unless it is only the beginning of the same bytes: that is what a torn
  /// rename can leave, and nobody's content.
  func write(_ path: String, replace: Bool, from source: any ByteSource) throws {
    try DrivePath.check(path)
    let folder = DrivePath.folder(of: path)
    try makeFolders(folder)
    if let entry = try system.entry(path), !entry.isRegular { throw DriveFault(.notAFile, path) }
    let part = path + ExchangeLayout.partSuffix
    try removeLeftOver(part)
    do {
      let file = try writePart(part, of: path, from: source)
      if try settle(part, path, replace: replace) { try file.sync(path) }
      try system.syncFolder(folder)
    } catch {
      // On a full stick the part takes the room that the next try needs. Where even that fails, the
      // first fault is the one to know.
      try? removeLeftOver(part)
      throw error
    }
  }

  private func makeFolders(_ folder: String) throws {
    for path in DrivePath.folders(to: folder) {
      if let entry = try system.entry(path) {
        guard entry.isFolder else { throw DriveFault(.notAFolder, path) }
      } else {
        try system.makeFolder(path)
        try system.syncFolder(DrivePath.folder(of: path))
      }
    }
  }

  private func removeLeftOver(_ part: String) throws {
    guard let entry = try system.entry(part) else { return }
    guard entry.isRegular else { throw DriveFault(.notAFile, part) }
    try system.unlink(part)
  }

  private func writePart(
    _ part: String, of path: String, from source: any ByteSource
  ) throws -> any PartFile {
    let file = try system.create(part)
    var buffer = [UInt8](repeating: 0, count: Self.pieceBytes)
    var hasher = SHA256Hasher()
    var written: Int64 = 0
    while case let count = try source.read(into: &buffer), count > 0 {
      hasher.update(buffer[..<count])
      try file.write(buffer[..<count])
      written += Int64(count)
    }
    try file.sync(part)
    let back = HashingSource(try file.readBack())
    while try back.read(into: &buffer) > 0 {}
    guard back.count == written, back.digest == hasher.finish() else {
      throw DriveFault(.readBack, path)
    }
    return file
  }

  /// Gives the part its name, or removes it and says false where the file is there already.
  private func settle(_ part: String, _ path: String, replace: Bool) throws -> Bool {
    if try system.entry(path) != nil {
      switch try comparison(of: path, with: part) {
      case .equal:
        try system.unlink(part)
        return false
      case .beginning: break
      case .other: guard replace else { throw DriveFault(.different, path) }
      }
    }
    try system.rename(part, to: path)
    return true
  }

  private enum Comparison {
    case equal, beginning, other
  }

  private func comparison(of path: String, with part: String) throws -> Comparison {
    let (old, new) = (try system.source(path), try system.source(part))
    var (left, right) = (PieceReader(old), PieceReader(new))
    while true {
      let (a, b) = (try left.next(Self.pieceBytes), try right.next(Self.pieceBytes))
      guard b.starts(with: a) else { return .other }
      if a.count < b.count { return .beginning }
      if a.isEmpty { return .equal }
    }
  }
}

/// Gives pieces of one size, whatever a source gives at once.
private struct PieceReader {
  private let source: any ByteSource
  private var buffer: [UInt8] = []

  init(_ source: any ByteSource) { self.source = source }

  /// The next `count` bytes; fewer only at the end.
  mutating func next(_ count: Int) throws -> ArraySlice<UInt8> {
    var piece: [UInt8] = []
    piece.reserveCapacity(count)
    while piece.count < count {
      buffer = [UInt8](repeating: 0, count: count - piece.count)
      let found = try source.read(into: &buffer)
      if found == 0 { break }
      piece.append(contentsOf: buffer[..<found])
    }
    return piece[...]
  }
}
