import BundleFormat
import Store
import Vocabulary

/// The entries of an order while they are read: order.json, and the guidelines that some bring.
///
/// Kept in memory until all of it was checked: order.json, guidelines and images have limits of
/// their own, which the manifest was held against.
final class OrderIntake: EntryConsumer {
  private(set) var order: [UInt8] = []
  private(set) var guidelines: (hash: Digest, body: [UInt8])?
  private(set) var assets: [(hash: Digest, body: [UInt8])] = []
  private var buffer: [UInt8] = []

  func begin(_ entry: ManifestEntry) throws {
    buffer = []
    guard entry.path != EntryName.order || entry.size <= Limits.order else {
      throw Refusal("limit", "order.json is larger than \(Limits.order) bytes")
    }
  }

  func chunk(_ bytes: ArraySlice<UInt8>) throws { buffer.append(contentsOf: bytes) }

  func end(_ entry: ManifestEntry) throws {
    switch entry.path {
    case EntryName.order: order = buffer
    case EntryName.guidelines: guidelines = (entry.sha256, buffer)
    default: assets.append((entry.sha256, buffer))
    }
    buffer = []
  }
}
