import Cryptography

@testable import BundleFormat

/// The tar inside a bundle: read the same in any pieces, and again after it is written anew.
func fuzzTar(_ input: [UInt8]) throws {
  let entries = try? read(input, piece: .max)
  expect((try? read(input, piece: 1 + input.count % 511)) == entries, "pieces change nothing")
  guard let entries else { return }
  let sink = MemorySink()
  let writer = TarWriter(sink)
  for entry in entries {
    try writer.begin(entry.path, size: Int64(entry.content.count))
    try writer.write(entry.content[...])
    try writer.end(size: Int64(entry.content.count))
  }
  try writer.finish()
  expect((try? read(sink.bytes, piece: .max)) == entries, "a tar that we wrote holds the same")
  expect(sink.bytes.count == input.count, "a tar has one length")
}

private struct Entry: Equatable {
  let path: String
  var content: [UInt8]
}

private func read(_ bytes: [UInt8], piece: Int) throws -> [Entry] {
  let tar = TarReader(MemorySource(bytes, pieceLimit: piece))
  var entries: [Entry] = []
  while let header = try tar.header() {
    var entry = Entry(path: header.path, content: [])
    try tar.content(of: header) { entry.content += $0 }
    expect(Int64(entry.content.count) == header.size, "an entry has its declared size")
    entries.append(entry)
  }
  try tar.end()
  return entries
}
