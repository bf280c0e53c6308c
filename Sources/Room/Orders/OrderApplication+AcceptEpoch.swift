import Store
import Vocabulary

extension OrderApplication {
  /// The lab goes on with this life of the log: from here on only what this life has signed may be
  /// receipted or echoed.
  ///
  /// One that names another life is about a restore before this one, or a copy of this room; it
  /// changes nothing here.
  func accept(_ epoch: EpochID) throws -> OrderEffect {
    let own: EpochID = try store.identifier(.epoch)
    guard epoch == own, try store.awaitsAcceptance else { return OrderEffect() }
    try store.set(.awaitsAcceptance, nil)
    return effect(of: "accept-epoch", ["The lab has accepted this room's new log."])
  }
}
