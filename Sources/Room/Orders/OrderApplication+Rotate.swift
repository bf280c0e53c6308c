import Cryptography
import Store
import TUF
import Vocabulary

extension OrderApplication {
  /// Keys that are valid no longer: the lab's own, which the root that came with the order must not
  /// name any more, and perhaps this room's, which then takes another one.
  ///
  /// Throws `rotate-key` where the lab's root still names one: an order that came without its root
  /// would leave the room with a rotation that is half done.
  func rotate(_ keys: [VerifyingKey]) throws -> OrderEffect {
    let valid = VoidKeys.named(by: try state.summary().root)
    if let key = keys.first(where: valid.contains) {
      throw Refusal(
        "rotate-key", "the lab calls key \(key.keyID.hex.prefix(8)) void, but its root names it")
    }
    try VoidKeys.add(keys, to: store)
    let own = channel.identity.signing.verifyingKey
    guard keys.contains(own) else { return effect(of: "rotate") }
    // custodian.sqlite, where the key is, follows once this is committed: see RoomKeys.
    try store.set(.replacedKey, own.bytes)
    return effect(
      of: "rotate", ["This room takes a new key, which the next archive tells the lab."])
  }
}
