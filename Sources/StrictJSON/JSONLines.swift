public import Vocabulary

/// Cuts a stream of bytes into the lines of a JSON Lines file.
///
/// Only a line feed ends a line: U+2028 and its like occur inside of records. A line that lies
/// whole in one piece of the stream is handed on without being copied.
public struct JSONLines: Sendable {
  /// Largest line in bytes, its LF not counted.
  public let limit: Int
  /// Whether the last line needs its LF too.
  public let strict: Bool
  /// Lines handed on so far.
  public private(set) var count = 0
  private var partial: [UInt8] = []

  /// A splitter for lines of at most `limit` bytes. `strict`: the last line must have its LF, as in
  /// every file of ours (formats.md, section 1); without it a file written by a person passes.
  public init(limit: Int = Limits.record, strict: Bool = true) {
    self.limit = limit
    self.strict = strict
  }

  /// Takes the next piece of the stream and hands each line that is complete to `each`, with its
  /// number from 1 and without its LF.
  ///
  /// Throws `JSONFault` with the line for a byte order mark, UTF-16, CRLF, an empty line and one
  /// beyond the limit, and whatever `each` throws.
  public mutating func feed(
    _ chunk: ArraySlice<UInt8>, each: (Int, ArraySlice<UInt8>) throws -> Void
  ) throws {
    var start = chunk.startIndex
    while let end = Self.lineFeed(in: chunk, from: start) {
      if partial.isEmpty {
        try hand(chunk[start..<end], each)
      } else {
        partial += chunk[start..<end]
        let line = partial
        partial.removeAll(keepingCapacity: true)
        try hand(line[...], each)
      }
      start = end + 1
    }
    partial += chunk[start...]
    guard partial.count <= limit else { throw tooLong() }
  }

  /// Ends the stream; call it once. Throws `JSONFault` where bytes without an LF are left over and
  /// the file should have had one.
  public mutating func finish(each: (Int, ArraySlice<UInt8>) throws -> Void) throws {
    guard !partial.isEmpty else { return }
    if strict { throw fault(.syntax, "a line feed at the end of the last line") }
    let line = partial
    partial = []
    try hand(line[...], each)
  }

  private mutating func hand(
    _ line: ArraySlice<UInt8>, _ each: (Int, ArraySlice<UInt8>) throws -> Void
  ) throws {
    guard line.count <= limit else { throw tooLong() }
    guard let last = line.last else { throw fault(.syntax, "a value: the line is empty") }
    if count == 0 { try checkStart(line) }
    if last == 0x0D { throw fault(.syntax, "lines that end in LF alone, not in CR LF") }
    count += 1
    try each(count, line)
  }

  private func checkStart(_ line: ArraySlice<UInt8>) throws {
    let start = line.prefix(3)
    if start.elementsEqual([0xEF, 0xBB, 0xBF]) {
      throw fault(.encoding, "UTF-8 without a byte order mark")
    }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) || start.contains(0) {
      throw fault(.encoding, "UTF-8; this looks like UTF-16 or UTF-32")
    }
  }

  private func tooLong() -> JSONFault { fault(.value, "a line of at most \(limit) bytes") }

  private func fault(_ code: JSONFault.Code, _ expected: String) -> JSONFault {
    JSONFault(code, offset: 0, pointer: "", expected: expected, line: count + 1)
  }

  private static func lineFeed(in chunk: ArraySlice<UInt8>, from start: Int) -> Int? {
    let bytes = chunk.span
    let raw = unsafe bytes.bytes
    var place = start - chunk.startIndex
    while place <= bytes.count - 8 {
      // Safe: place + 8 is within the span.
      let eight = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let found = EightBytes.lineFeed(UInt64(littleEndian: eight))
      if found != 0 { return chunk.startIndex + place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < bytes.count {
      if bytes[place] == 0x0A { return chunk.startIndex + place }
      place += 1
    }
    return nil
  }
}
