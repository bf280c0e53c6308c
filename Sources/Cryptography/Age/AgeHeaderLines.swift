import Vocabulary

/// The lines of an age header, which end in LF alone.
struct AgeHeaderLines {
  private let bytes: ArraySlice<UInt8>
  /// Where the next line begins.
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The next line without its LF; throws `age-header` where there is none.
  mutating func next() throws(Refusal) -> ArraySlice<UInt8> {
    guard let end = bytes[position...].firstIndex(of: 0x0a) else {
      throw Refusal(
        .ageHeader, "the age header doesn't end within the file or \(Limits.ageHeader) bytes")
    }
    defer { position = end + 1 }
    return bytes[position..<end]
  }
}
