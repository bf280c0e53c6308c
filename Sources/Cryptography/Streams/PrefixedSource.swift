/// Bytes already read, followed by the rest of the source that they came from.
final class PrefixedSource: ByteSource {
  private var prefix: ArraySlice<UInt8>
  private let source: any ByteSource

  init(_ prefix: ArraySlice<UInt8>, then source: any ByteSource) {
    self.prefix = prefix
    self.source = source
  }

  func read(into buffer: inout [UInt8]) throws -> Int {
    guard !prefix.isEmpty else { return try source.read(into: &buffer) }
    let part = prefix.prefix(buffer.count)
    buffer.copy(part, at: 0)
    prefix = prefix.dropFirst(part.count)
    // Else the whole block that was read for the header would stay as long as the payload runs.
    if prefix.isEmpty { prefix = [] }
    return part.count
  }
}
