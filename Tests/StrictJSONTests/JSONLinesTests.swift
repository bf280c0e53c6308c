import StrictJSON
import Testing

@Suite("Lines")
struct JSONLinesTests {
  /// The lines of `text` when it comes in pieces of `size` bytes.
  private func lines(
    _ bytes: [UInt8], size: Int, limit: Int = 1_000, strict: Bool = true
  ) throws -> [String] {
    var splitter = JSONLines(limit: limit, strict: strict)
    var result: [String] = []
    func take(_ number: Int, _ line: ArraySlice<UInt8>) {
      result.append("\(number):" + String(decoding: line, as: UTF8.self))
    }
    var start = 0
    while start < bytes.count {
      let end = min(start + size, bytes.count)
      try splitter.feed(bytes[start..<end], each: take)
      start = end
    }
    try splitter.finish(each: take)
    return result
  }

  private func fault(_ text: String, strict: Bool = true) -> JSONFault? {
    do {
      _ = try lines(Array(text.utf8), size: 3, strict: strict)
    } catch let fault as JSONFault { return fault } catch {}
    return nil
  }

  @Test("Split at LF alone, however the stream is cut", arguments: [1, 2, 3, 7, 8, 9, 100])
  func splits(_ size: Int) throws {
    let text = "{\"a\":1}\n\"x\u{2028}y\u{85}z\u{FEFF}\"\n3\n"
    let expected = ["1:{\"a\":1}", "2:\"x\u{2028}y\u{85}z\u{FEFF}\"", "3:3"]
    #expect(try lines(Array(text.utf8), size: size) == expected)
    #expect(try lines([], size: size).isEmpty)
  }

  @Test("The last line needs its LF in files of ours, and not in a person's")
  func lastLine() throws {
    #expect(fault("1\n2")?.line == 2)
    #expect(try lines(Array("1\n2".utf8), size: 5, strict: false) == ["1:1", "2:2"])
  }

  @Test("CRLF, an empty line, a byte order mark and UTF-16 are refused with their line")
  func refusals() {
    #expect(fault("1\n2\r\n")?.line == 2)
    #expect(fault("1\n\n3\n")?.line == 2)
    #expect(fault("\u{FEFF}1\n")?.code == .encoding)
    #expect(fault("1\u{0}\n\u{0}")?.code == .encoding)
    #expect(throws: JSONFault.self) { try lines([0xFF, 0xFE, 0x31, 0, 0x0A, 0], size: 100) }
  }

  @Test("A line beyond the limit is refused before it is held")
  func limit() throws {
    let text = Array("12345\n123456\n".utf8)
    #expect(try lines(text, size: 4, limit: 6).count == 2)
    #expect(throws: JSONFault.self) { try lines(text, size: 4, limit: 5) }
    #expect(throws: JSONFault.self) { try lines(text, size: 100, limit: 5) }
    var splitter = JSONLines(limit: 10)
    #expect(throws: JSONFault.self) {
      try splitter.feed([UInt8](repeating: 0x31, count: 11)[...]) { _, _ in }
    }
  }
}
