import Cryptography
import Vocabulary

@testable import BundleFormat

/// The zstd frame, the same content written by us, and the padding that follows a frame.
func fuzzZstd(_ input: [UInt8]) throws {
  checkPadding(input)
  let content = try read(input, piece: .max)
  expect((try? read(input, piece: 1 + input.count % 61)) == content, "pieces change nothing")
  let sink = MemorySink()
  let writer = try ZstdWriter(contentBytes: Int64(content.count), sink: sink)
  try writer.write(content[...])
  try writer.finish()
  expect((try? read(sink.bytes, piece: .max, padded: true)) == content, "ours reads the same")
}

/// The content of the frame at the front, of at most a megabyte: bombs have tests of their own.
private func read(_ bytes: [UInt8], piece: Int, padded: Bool = false) throws -> [UInt8] {
  let input = ChunkReader(MemorySource(bytes, pieceLimit: piece), capacity: 4 << 10)
  let frame = try ZstdReader(input)
  let content = try frame.readAll(limit: 1 << 20)
  expect(frame.frameBytes <= bytes.count, "a frame ends within the input")
  if padded { try PaddingFrame.check(after: frame.frameBytes, in: input) }
  return content
}

/// The input as the padding after a frame so long that its first byte says how many zeros belong
/// there.
private func checkPadding(_ input: [UInt8]) {
  guard let zeros = input.first else { return }
  let frameBytes = Padme.shortest - Int64(PaddingFrame.headerBytes) - Int64(zeros)
  let padding = Array(input.dropFirst())
  let reader = ChunkReader(MemorySource(padding), capacity: 4 << 10)
  guard (try? PaddingFrame.check(after: frameBytes, in: reader)) != nil else { return }
  let sink = MemorySink()
  try? PaddingFrame.write(after: frameBytes, to: sink)
  expect(sink.bytes == padding, "there is one right padding")
}
