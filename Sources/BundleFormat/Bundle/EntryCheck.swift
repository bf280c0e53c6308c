import Cryptography
import Vocabulary

/// Whether an entry's content turns out as declared, told while it passes.
struct EntryCheck {
  private let entry: ManifestEntry
  private var hasher = SHA256Hasher()
  private var count: Int64 = 0

  init(_ entry: ManifestEntry) {
    self.entry = entry
  }

  /// Takes the next bytes; throws `entry-hash` as soon as they are more than declared.
  mutating func take(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
    count += Int64(bytes.count)
    guard count <= entry.size else { throw wrong("longer than its \(entry.size) bytes") }
    hasher.update(bytes)
  }

  /// Throws `entry-hash` where the entry was shorter, or other, than declared.
  mutating func finish() throws(Refusal) {
    guard count == entry.size else { throw wrong("shorter than its \(entry.size) bytes") }
    guard hasher.finish() == entry.sha256 else { throw wrong("not what its hash says") }
  }

  private func wrong(_ how: String) -> Refusal {
    Refusal(.entryHash, "\(entry.path) is \(how)")
  }
}
