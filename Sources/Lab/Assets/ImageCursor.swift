/// Reads an image from front to back and never past its end.
struct ImageCursor {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was read.
  var isAtEnd: Bool { place == bytes.count }

  /// How many bytes are left.
  var left: Int { bytes.count - place }

  mutating func skip(_ count: Int) throws(ImageProblem) {
    guard count >= 0, count <= left else { throw .damaged("it ends too early") }
    place += count
  }

  mutating func byte() throws(ImageProblem) -> UInt8 {
    guard let byte = peek() else { throw .damaged("it ends too early") }
    place += 1
    return byte
  }

  /// The next byte without passing it.
  func peek(_ distance: Int = 0) -> UInt8? {
    distance < left ? bytes[place + distance] : nil
  }

  mutating func take(_ count: Int) throws(ImageProblem) -> [UInt8] {
    let start = place
    try skip(count)
    return Array(bytes[start..<place])
  }

  /// Characters of a name such as a chunk's; others than printable ASCII appear as dots.
  mutating func name(_ count: Int) throws(ImageProblem) -> String {
    String(
      decoding: try take(count).map { (0x20...0x7E).contains($0) ? $0 : 0x2E }, as: UTF8.self)
  }

  mutating func bigEndian(_ count: Int) throws(ImageProblem) -> Int {
    try take(count).reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func littleEndian(_ count: Int) throws(ImageProblem) -> Int {
    try take(count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
