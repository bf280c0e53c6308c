import BundleFormat
import Cryptography
import Vocabulary

extension ChannelRecord {
  /// The next bundle of this channel, which takes the next number of its sequence and, where
  /// something was verified since the last one, the receipt.
  mutating func nextBundle(
    _ content: BundleRecord.Content, entries: [ManifestEntry], context: Context
  ) -> BundleRecord {
    let kind: DownManifest.Kind = if case .order = content { .order } else { .tasks }
    let now = context.now()
    let manifest = DownManifest(
      kind: kind, project: project, room: room, sequence: sequence + 1, previous: previous,
      issued: now, lease: lease, receipt: receiptIsSent ? nil : receipt, entries: entries
    ).encoded()
    let record = BundleRecord(
      channel: id, sequence: sequence + 1, content: content, manifest: manifest,
      hash: SHA256.hash(manifest), made: now, target: "\(context.fresh(ID.self).hex).age",
      sealed: nil)
    sequence = record.sequence
    previous = record.hash
    receiptIsSent = true
    return record
  }
}
