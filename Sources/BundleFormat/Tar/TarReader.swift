public import Cryptography
import Vocabulary

/// Reads a tar of regular files, header by header, and lets nothing else through.
public final class TarReader {
  private let input: ChunkReader
  private var number = 0

  /// Reads the tar that `source` gives.
  public init(_ source: any ByteSource) {
    input = ChunkReader(source)
  }

  /// The next file's header; nil once the first zero block of the end has been read.
  public func header() throws -> TarHeader? {
    let block = try input.bytes(TarHeader.blockBytes)
    guard block.count == TarHeader.blockBytes else {
      throw Refusal(.tarHeader, "the tar ends without its two zero blocks")
    }
    if block.allSatisfy({ $0 == 0 }) { return nil }
    defer { number += 1 }
    return try TarHeader(parsing: block, entry: number)
  }

  /// Passes the content that belongs to `header`, and its filler, piece by piece.
  public func content(of header: TarHeader, _ each: (ArraySlice<UInt8>) throws -> Void) throws {
    var left = header.size
    while left > 0 {
      let piece = try input.next(upTo: left)
      guard !piece.isEmpty else { throw Refusal(.tarHeader, "the tar ends inside an entry") }
      left -= Int64(piece.count)
      try each(piece)
    }
    let filler = try input.bytes(TarHeader.filler(after: header.size))
    guard filler.count == TarHeader.filler(after: header.size) else {
      throw Refusal(.tarHeader, "the tar ends inside an entry")
    }
    guard filler.allSatisfy({ $0 == 0 }) else {
      throw Refusal(.tarTrailing, "bytes hide between an entry's end and the next block")
    }
  }

  /// After `header` has given nil: the second zero block, and nothing after it.
  public func end() throws {
    let block = try input.bytes(TarHeader.blockBytes)
    guard block.count == TarHeader.blockBytes else {
      throw Refusal(.tarHeader, "the tar ends without its second zero block")
    }
    guard block.allSatisfy({ $0 == 0 }), try input.available().isEmpty else {
      throw Refusal(.tarTrailing, "something follows the end of the tar")
    }
  }
}
