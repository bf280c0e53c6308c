import AnnotationModel
import Cryptography
import Store

extension Desk {
  /// The person's sittings in this log, the newest first.
  public func sittings() throws -> [SittingReceipt] {
    try store.read { store in
      var sittings = Sittings(person: author.person)
      for mention in try store.mentions(of: author.person) {
        sittings.take(
          leaf: mention.leaf, at: mention.at, isOpening: mention.event == "opened",
          act: mention.act)
      }
      return try sittings.all.reversed().map { try receipt($0, in: store) }
    }
  }

  private func receipt(
    _ sitting: Sitting, in store: ProjectTransaction
  ) throws -> SittingReceipt {
    var kinds: [ActKind: Int64] = [:]
    var activeMs: Int64 = 0
    for act in sitting.acts {
      guard let deed = try store.deed(act) else { continue }
      kinds[deed.kind, default: 0] += 1
      activeMs += deed.activeMs
    }
    return SittingReceipt(
      sitting: sitting, code: ReceiptCode(SHA256.hash(sitting.receiptText(in: author.log))),
      kinds: kinds, activeMs: activeMs)
  }
}
