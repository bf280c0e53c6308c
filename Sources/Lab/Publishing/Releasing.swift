import BundleFormat
import Cryptography
import Exchange
import Store
import TUF
import Vocabulary

/// Brings a channel's signed metadata up to what the room should see: every bundle that it hasn't
/// acknowledged, sealed to its newest recipient, and the newest nonce.
struct Releasing {
  let sql: SQL
  let context: Context
  let outbox: Outbox

  /// Metadata is signed anew after so many milliseconds even without news, long before it expires.
  private static let renewal: Int64 = 30 * 86_400_000

  /// What goes on a stick for the channel; nil before its first bundle. The channel's record is
  /// changed and stored where a new version was signed.
  func release(_ channel: inout ChannelRecord) throws -> ChannelRelease? {
    let bundles = try sealed(channel)
    guard channel.version > 0 || !bundles.isEmpty else { return nil }
    let targets = try bundles.map { bundle, sealed in
      try TargetFile(
        path: bundle.target, length: sealed.size, sha256: sealed.sha256, manifest: bundle.hash)
    }
    let roots = Roots(sql: sql, project: channel.project)
    let state = self.state(targets, echo: channel.echo, root: try roots.current())
    let isOld = context.now() - channel.issued > Self.renewal
    if channel.published != state || isOld {
      try sign(&channel, targets, state, by: roots.publisher())
    }
    return ChannelRelease(
      roots: try roots.files().map(\.file), metadata: try metadata(of: channel.id),
      targets: zip(targets, bundles).map { target, bundle in
        ChannelRelease.Target(target) { try open(bundle.1) }
      })
  }

  /// How large a bundle is once sealed, without keeping it.
  func sealedSize(_ bundle: BundleRecord, of channel: ChannelRecord) throws -> Int64 {
    let sink = CountingSink()
    try BundleWriter.write(
      manifest: bundle.manifest,
      entries: BundleContent(sql: sql, project: channel.project).entries(of: bundle),
      to: [channel.seal], sink: sink)
    return sink.count
  }

  /// The bundles that the room hasn't acknowledged, each with its ciphertext.
  private func sealed(
    _ channel: ChannelRecord
  ) throws -> [(BundleRecord, BundleRecord.Sealed)] {
    let bundles = Bundles(sql: sql, channel: channel.id)
    let content = BundleContent(sql: sql, project: channel.project)
    return try bundles.after(channel.acknowledged).map { bundle in
      if let sealed = bundle.sealed, sealed.recipient == channel.seal.text, outbox.holds(sealed) {
        return (bundle, sealed)
      }
      var bundle = bundle
      let sealed = try outbox.seal(
        bundle, entries: content.entries(of: bundle), to: channel.seal)
      bundle.sealed = sealed
      try bundles.put(bundle)
      return (bundle, sealed)
    }
  }

  private func sign(
    _ channel: inout ChannelRecord, _ targets: [TargetFile], _ state: Digest,
    by publisher: ChannelPublisher
  ) throws {
    channel.version += 1
    // Never earlier than the version before: a clock that was set back would be taken for an attack.
    channel.issued = max(context.now(), channel.issued)
    channel.published = state
    let files = try publisher.publish(
      version: channel.version, channel: channel.id, issued: channel.issued, echo: channel.echo,
      targets: targets)
    try sql.run("DELETE FROM metadata WHERE channel = ?", .bytes(channel.id))
    for (place, file) in files.enumerated() {
      try sql.run(
        "INSERT INTO metadata (channel, place, name, bytes) VALUES (?, ?, ?, ?)",
        .bytes(channel.id), .integer(Int64(place)), .text(file.name), .blob(file.bytes))
    }
    try Channels(sql: sql).put(channel)
  }

  private func metadata(of channel: ID) throws -> [(name: String, bytes: [UInt8])] {
    try sql.rows(
      "SELECT name, bytes FROM metadata WHERE channel = ? ORDER BY place", .bytes(channel)
    ).map { (name: try $0.text(0), bytes: try $0.blob(1)) }
  }

  /// Everything that metadata tells, as a hash.
  private func state(_ targets: [TargetFile], echo: ID?, root: [UInt8]) -> Digest {
    var hasher = SHA256Hasher()
    hasher.update(SHA256.hash(root).bytes)
    hasher.update(echo?.bytes ?? [])
    for target in targets {
      hasher.update(Array(target.path.utf8))
      hasher.update(target.sha256.bytes)
      hasher.update(target.manifest.bytes)
    }
    return hasher.finish()
  }

  private func open(_ sealed: BundleRecord.Sealed) throws -> any ByteSource {
    guard let source = try outbox.open(sealed) else {
      throw Failure(.refused, "a sealed bundle is gone from the outbox: sync again")
    }
    return source
  }
}
