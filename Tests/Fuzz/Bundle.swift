import Cryptography

@testable import BundleFormat

/// A bundle whose tar is the input: compressed, padded and sealed by us, then read as the other
/// side does, with the manifest that it brings.
func fuzzBundle(_ input: [UInt8]) throws {
  guard let identity = Keys.identities.first else { return }
  let sealed = MemorySink()
  let age = try AgeEncryptor(to: [identity.recipient], sink: sealed)
  let zstd = try ZstdWriter(contentBytes: Int64(input.count), sink: age)
  try zstd.write(input[...])
  try zstd.finish()
  let bundle = try BundleReader(MemorySource(sealed.bytes), identities: [identity])
  let entries: [ManifestEntry]
  if let down = try? DownManifest(parsing: bundle.manifest) {
    entries = down.entries
  } else {
    entries = try ResultManifest(parsing: bundle.manifest).entries
  }
  let seen = Seen()
  try bundle.read(entries, into: seen)
  expect(seen.ended == entries, "every entry was given, in order")
}

private final class Seen: EntryConsumer {
  var ended: [ManifestEntry] = []
  private var size: Int64 = 0

  func begin(_ entry: ManifestEntry) { size = 0 }
  func chunk(_ bytes: ArraySlice<UInt8>) { size += Int64(bytes.count) }
  func end(_ entry: ManifestEntry) {
    expect(size == entry.size, "an entry has the size that its manifest says")
    ended.append(entry)
  }
}
