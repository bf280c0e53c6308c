import BundleFormat
import Cryptography
import Vocabulary

/// One project in one room, as lab.sqlite has it.
struct ChannelRecord: Sendable {
  let id: ID
  let project: ID
  let room: ID
  /// The room's key, which a rotated card may replace.
  var key: VerifyingKey
  /// Who the next bundles are sealed to: the newest recipient that an archive named.
  var seal: AgeRecipient
  var lease: Lease?
  /// The newest bundle that was made, and the hash of its manifest.
  var sequence: Int64 = 0
  var previous: Digest = .zero
  /// The newest bundle that the room says it has taken in.
  var acknowledged: Int64 = 0
  /// The newest nonce that was verified, which the next timestamp echoes.
  var echo: ID?
  /// When the newest archive was taken in, in milliseconds since 1970.
  var heard: Int64?
  /// What was verified last, and whether a bundle has told the room.
  var receipt: Receipt?
  var receiptIsSent = true
  /// The newest metadata that was signed, and the newest that reached a stick whole.
  var version: Int64 = 0
  var written: Int64 = 0
  /// What the newest metadata says, as a hash, and when it was issued: news need a new version.
  var published: Digest?
  var issued: Int64 = 0
}
