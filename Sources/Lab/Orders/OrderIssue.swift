import BundleFormat
import Cryptography
import Store
import Vocabulary

/// Puts an order into a channel's sequence, where it takes the next number like any bundle, in the
/// caller's transaction.
struct OrderIssue {
  let sql: SQL
  let context: Context

  /// Makes the order's bundle and stores it with the channel. `guidelines` are the bytes that the
  /// order of that name brings, with the images that they name.
  @discardableResult
  func put(
    _ order: Order, into channel: inout ChannelRecord, guidelines: [UInt8]? = nil
  ) throws -> BundleRecord {
    let body = order.encoded()
    guard Int64(body.count) <= Limits.order else {
      throw Failure(.badInput, "the order is larger than \(Limits.order) bytes: shorten its text")
    }
    var entries = [BundleEntry(path: EntryName.order, bytes: body).declared]
    if let guidelines {
      entries.append(BundleEntry(path: EntryName.guidelines, bytes: guidelines).declared)
      entries += try AssetMentions.find(in: guidelines).sorted().map {
        try image($0, of: channel.project)
      }
    }
    let bundle = channel.nextBundle(.order(body), entries: entries, context: context)
    try Bundles(sql: sql, channel: channel.id).put(bundle)
    try Channels(sql: sql).put(channel)
    return bundle
  }

  private func image(_ digest: Digest, of project: ID) throws -> ManifestEntry {
    guard let size = try Assets(sql: sql, project: project).size(of: digest) else {
      throw Failure(.badInput, "the guidelines name assets/\(digest), which the lab doesn't have")
    }
    return ManifestEntry(path: EntryName.asset(digest), size: size, sha256: digest)
  }
}
