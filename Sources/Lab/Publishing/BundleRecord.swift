import Cryptography
import Vocabulary

/// A bundle or an order of a channel, as lab.sqlite keeps it until the project ends.
struct BundleRecord: Sendable {
  let channel: ID
  let sequence: Int64
  let content: Content
  /// The bytes of manifest.json, which never change, however often the bundle is sealed.
  let manifest: [UInt8]
  let hash: Digest
  let made: Int64
  /// `<32 hex>.age`, the same for all ciphertexts of this bundle.
  let target: String
  /// The ciphertext that is kept in the outbox; nil while it has to be sealed.
  var sealed: Sealed?

  enum Content: Sendable, Equatable {
    case tasks(count: Int64, version: Int64, guidelines: Digest)
    case order([UInt8])
  }

  struct Sealed: Sendable, Equatable {
    let sha256: Digest
    let size: Int64
    let recipient: String
  }
}
