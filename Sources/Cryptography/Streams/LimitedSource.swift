public import Vocabulary

/// Refuses to give more than so many bytes of another source.
public final class LimitedSource: ByteSource {
  private let source: any ByteSource
  private let limit: Int64
  private let refusal: Refusal
  private var count: Int64 = 0

  /// Passes on up to `limit` bytes; what comes after them throws `refusal`.
  public init(_ source: any ByteSource, limit: Int64, refusal: Refusal) {
    self.source = source
    self.limit = limit
    self.refusal = refusal
  }

  public func read(into buffer: inout [UInt8]) throws -> Int {
    let count = try source.read(into: &buffer)
    self.count += Int64(count)
    guard self.count <= limit else { throw refusal }
    return count
  }
}
