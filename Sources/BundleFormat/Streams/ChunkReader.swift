import Cryptography

/// A source behind one buffer, so that what reads it can look ahead and take exact counts.
final class ChunkReader {
  private let source: any ByteSource
  private let capacity: Int
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0

  /// Reads `source` through a buffer of `capacity` bytes.
  init(_ source: any ByteSource, capacity: Int = 128 << 10) {
    self.source = source
    self.capacity = capacity
    buffer = [UInt8](repeating: 0, count: capacity)
  }

  /// What is buffered, read anew where nothing is; empty at the end of the source only.
  func available() throws -> ArraySlice<UInt8> {
    if start == end {
      start = 0
      end = 0  // also where the read throws
      end = try source.read(into: &buffer)
    }
    return buffer[start..<end]
  }

  /// The next `count` bytes without taking them, fewer only where the source ends before. Meant for
  /// a short look at the front: it copies.
  func peek(_ count: Int) throws -> ArraySlice<UInt8> {
    while end - start < count {
      var more = [UInt8](repeating: 0, count: capacity)
      let length = try source.read(into: &more)
      if length == 0 { break }
      let kept = buffer[start..<end]
      end = kept.count + length
      buffer = kept + more
      start = 0
    }
    return buffer[start..<min(end, start + count)]
  }

  /// Forgets the first `count` of the available bytes.
  func drop(_ count: Int) {
    precondition(count >= 0 && count <= end - start, "only what is available can be dropped")
    start += count
  }

  /// The next bytes, at least one and at most `limit`; none at the end of the source only.
  func next(upTo limit: Int64) throws -> ArraySlice<UInt8> {
    let all = try available()
    let piece = all.prefix(limit < Int64(all.count) ? Int(limit) : all.count)
    drop(piece.count)
    return piece
  }

  /// The next `count` bytes, fewer only where the source ends before.
  func bytes(_ count: Int) throws -> [UInt8] {
    var taken: [UInt8] = []
    while taken.count < count {
      let piece = try next(upTo: Int64(count - taken.count))
      if piece.isEmpty { break }
      taken += piece
    }
    return taken
  }
}
