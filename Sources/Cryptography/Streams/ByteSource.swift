import Vocabulary

/// Where bytes come from, piece by piece: a file, memory, or another source made into something.
public protocol ByteSource: AnyObject {
  /// Fills `buffer`, which must not be empty, from index 0 and returns how many bytes it put
  /// there; 0 means that there is no more. Fewer than fit may come though more follow.
  func read(into buffer: inout [UInt8]) throws -> Int
}

extension ByteSource {
  /// Bytes moved at once where nothing asks for another size.
  static var pieceBytes: Int { 64 << 10 }

  /// Fills all of `buffer` where there are so many bytes left; returns how many it put there.
  public func readFully(into buffer: inout [UInt8]) throws -> Int {
    var count = try read(into: &buffer)
    guard count > 0 else { return 0 }
    while count < buffer.count {
      var rest = [UInt8](repeating: 0, count: buffer.count - count)
      let more = try read(into: &rest)
      if more == 0 { break }
      buffer.copy(rest[..<more], at: count)
      count += more
    }
    return count
  }

  /// Everything that is left, at most `limit` bytes; one more throws `size`.
  public func readAll(limit: Int64) throws -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: Self.pieceBytes)
    while true {
      let count = try read(into: &buffer)
      if count == 0 { return all }
      guard Int64(all.count + count) <= limit else {
        throw Refusal("size", "more than \(limit) bytes")
      }
      all.append(contentsOf: buffer[..<count])
    }
  }

  /// Moves everything that is left to `sink`, without finishing it; returns how many bytes.
  @discardableResult
  public func copy(to sink: any ByteSink) throws -> Int64 {
    var total: Int64 = 0
    var buffer = [UInt8](repeating: 0, count: Self.pieceBytes)
    while true {
      let count = try read(into: &buffer)
      if count == 0 { return total }
      try sink.write(buffer[..<count])
      total += Int64(count)
    }
  }
}
