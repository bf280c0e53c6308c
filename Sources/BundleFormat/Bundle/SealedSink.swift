import Cryptography
import Vocabulary

/// Keeps a sealed file within its limit (formats.md, section 9).
final class SealedSink: ByteSink {
  private let sink: any ByteSink
  private var count: Int64 = 0

  init(_ sink: any ByteSink) {
    self.sink = sink
  }

  func write(_ bytes: ArraySlice<UInt8>) throws {
    count += Int64(bytes.count)
    guard count <= Limits.sealed else { throw Self.refusal }
    try sink.write(bytes)
  }

  func finish() throws {
    try sink.finish()
  }

  static let refusal = Refusal(.size, "the sealed file passes \(Limits.sealed) bytes")
}
