import Vocabulary

/// A file key wrapped for an X25519 recipient (age v1, "X25519 recipient stanza").
struct X25519Stanza {
  static let kind = "X25519"
  private static let info = "age-encryption.org/v1/X25519"

  /// The public point of the key that was made for this stanza alone.
  let share: [UInt8]
  /// The file key, encrypted.
  let body: [UInt8]

  /// Checks the form of a stanza of this kind.
  ///
  /// Throws `age-stanza` for other than two arguments or a body of other than 32 bytes (which is
  /// looked at before anything is decrypted, against partitioning oracles), `age-header` for a
  /// share that is not canonical base64, `age-share` for one of other than 32 bytes.
  init(_ stanza: AgeStanza) throws(Refusal) {
    guard stanza.arguments.count == 2 else {
      throw Refusal(.ageStanza, "an X25519 stanza with other than two arguments")
    }
    guard let share = Base64.decoded(stanza.arguments[1].utf8, .unpadded) else {
      throw Refusal(.ageHeader, "an X25519 share is not canonical base64")
    }
    guard share.count == X25519.bytes else {
      throw Refusal(.ageShare, "an X25519 share of \(share.count) bytes, where 32 are needed")
    }
    guard stanza.body.count == AgeFileKey.wrappedBytes else {
      throw Refusal(.ageStanza, "a wrapped file key of \(stanza.body.count) bytes, not 32")
    }
    self.share = share
    body = stanza.body
  }

  /// Wraps a file key for `recipient` under a fresh share.
  static func wrap(
    _ fileKey: borrowing SecretBytes, for recipient: AgeRecipient
  ) throws(Refusal) -> AgeStanza {
    let secret = SecretBytes.random(count: X25519.bytes)
    let share = X25519.point(of: secret)
    guard let shared = X25519.shared(secret: secret, point: recipient.point) else {
      throw Refusal(.ageKey, "a recipient of small order, to whom nothing can be sealed")
    }
    let key = wrapKey(shared, share: share, recipient: recipient.point)
    let text = String(decoding: Base64.encoded(share, .unpadded), as: UTF8.self)
    return AgeStanza(
      arguments: [kind, text],
      body: ChaCha20Poly1305.seal(fileKey, nonce: AgeFileKey.wrapNonce, key: key))
  }

  /// The file key, or nil where the stanza is meant for somebody else.
  ///
  /// Throws `age-share` where the share gives nobody a secret: who made it knows the key.
  func unwrap(with identity: AgeIdentity) throws(Refusal) -> SecretBytes? {
    guard let shared = identity.shared(with: share) else {
      throw Refusal(.ageShare, "an X25519 share of small order")
    }
    let key = Self.wrapKey(shared, share: share, recipient: identity.recipient.point)
    return ChaCha20Poly1305.open(body, nonce: AgeFileKey.wrapNonce, key: key)
  }

  private static func wrapKey(
    _ shared: borrowing SecretBytes, share: [UInt8], recipient: [UInt8]
  ) -> SecretBytes {
    HKDF.sha256(shared, salt: share + recipient, info: info)
  }
}
