/// Where bytes go, piece by piece.
public protocol ByteSink: AnyObject {
  /// Takes all of these bytes, after those of earlier calls.
  func write(_ bytes: ArraySlice<UInt8>) throws
  /// Says that all has been written. Only then is the result whole; nothing may be written after.
  func finish() throws
}

extension ByteSink {
  /// Takes all of these bytes.
  public func write(_ bytes: [UInt8]) throws {
    try write(bytes[...])
  }
}
