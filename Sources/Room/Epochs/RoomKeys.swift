import BundleFormat
import Cryptography
import Store
import Vocabulary

/// How this room's own key is replaced (formats.md, section 4, "Card").
///
/// Until the lab has acknowledged an archive that brought the new card, archives carry it and are
/// signed by the former key too: whichever of them the lab gets first, it can verify it.
struct RoomKeys {
  let custodian: Custodian

  /// Who signs a channel's archives.
  struct Signers {
    /// The room's key first, then former ones that the lab may know it by.
    let keys: [SigningKey]
    /// The card that travels with the archive; nil where the lab has it.
    let card: [UInt8]?
  }

  func signers(of channel: TrustedChannel) throws -> Signers {
    let former = try custodian.store.formerKeys(of: channel.channel)
    return Signers(
      keys: [channel.identity.signing] + former,
      card: former.isEmpty ? nil : channel.identity.card)
  }

  /// The channel with the key that it has from now on: what a `rotate` order has asked for is done
  /// here, after its import was committed, and again at the next sync if the power went between.
  func settled(_ channel: TrustedChannel) throws -> TrustedChannel {
    guard let due = try channel.store.read({ try $0.bytes(.replacedKey) }) else { return channel }
    var channel = channel
    let known = try custodian.store.identity(room: channel.identity.room) ?? channel.identity
    channel.identity = known.signing.verifyingKey.bytes == due ? try replace(known) : known
    try channel.store.write { try $0.set(.replacedKey, nil) }
    return channel
  }

  /// A new key and a new age identity under the same room id. What the lab may still seal to the
  /// card before is opened by its identity, which goes like every older one.
  private func replace(
    _ identity: CustodianStore.LabIdentity
  ) throws -> CustodianStore.LabIdentity {
    let signing = SigningKey.generate()
    let seal = AgeIdentity.generate()
    let card = RoomCard(
      room: identity.room, seal: seal.recipient, key: signing.verifyingKey
    ).signed(
      by: signing,
      former: [identity.signing] + (try custodian.store.formerKeys(ofLab: identity.lab)))
    let new = CustodianStore.LabIdentity(
      lab: identity.lab, room: identity.room, signing: signing, seal: seal, card: card)
    try custodian.store.replace(identity, by: new)
    return new
  }
}
