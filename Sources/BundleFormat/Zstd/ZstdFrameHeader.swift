import Vocabulary

/// The header of a zstd frame (RFC 8878, section 3.1.1.1), read before libzstd sees the frame.
///
/// libzstd would also take frames without a checksum, with a dictionary or, told so, with a larger
/// window; a bundle may not have these (formats.md, section 5).
struct ZstdFrameHeader {
  static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
  /// The longest header there can be, magic number included.
  static let longest = 18

  /// How much of the past a decoder must keep, in bytes.
  let window: UInt64
  /// How long the content is, where the header says so.
  let contentSize: UInt64?

  /// Reads the header at the front of `bytes`, which are the first 18 of the frame or all of it.
  /// Throws `zstd-frame`, `zstd-window` or `zstd-checksum`.
  init(parsing bytes: [UInt8]) throws(Refusal) {
    guard bytes.starts(with: Self.magic), let descriptor = bytes.dropFirst(4).first else {
      throw Refusal(.zstdFrame, "the content is not a zstd frame")
    }
    guard descriptor & 0b1000 == 0 else {
      throw Refusal(.zstdFrame, "the zstd frame uses a reserved bit")
    }
    guard descriptor & 0b11 == 0 else {
      throw Refusal(.zstdFrame, "the zstd frame names a dictionary")
    }
    var rest = bytes.dropFirst(5)
    let isSingleSegment = descriptor & 0b10_0000 != 0
    let windowByte: UInt8? = isSingleSegment ? nil : try Self.take(1, from: &rest).first
    contentSize = try Self.contentSize(
      flag: descriptor >> 6, isSingleSegment: isSingleSegment, from: &rest)
    window = windowByte.map(Self.window) ?? contentSize ?? .max
    guard window <= UInt64(Limits.window) else {
      throw Refusal(.zstdWindow, "the zstd frame's window is more than \(Limits.window) bytes")
    }
    guard descriptor & 0b100 != 0 else {
      throw Refusal(.zstdChecksum, "the zstd frame has no content checksum")
    }
  }

  /// Exponent and mantissa of the window descriptor as bytes (section 3.1.1.1.2).
  private static func window(of descriptor: UInt8) -> UInt64 {
    let base: UInt64 = 1 << (10 + UInt64(descriptor >> 3))
    return base + base / 8 * UInt64(descriptor & 7)
  }

  /// The content size field, whose length the flag gives (section 3.1.1.1.4).
  private static func contentSize(
    flag: UInt8, isSingleSegment: Bool, from rest: inout ArraySlice<UInt8>
  ) throws(Refusal) -> UInt64? {
    let length = flag == 0 ? (isSingleSegment ? 1 : 0) : 1 << Int(flag)
    guard length > 0 else { return nil }
    let value = try take(length, from: &rest).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    // Two bytes count from 256, since less fits in one.
    return length == 2 ? value + 256 : value
  }

  private static func take(
    _ count: Int, from rest: inout ArraySlice<UInt8>
  ) throws(Refusal) -> ArraySlice<UInt8> {
    guard rest.count >= count else {
      throw Refusal(.zstdFrame, "the zstd frame ends inside its header")
    }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
