import Vocabulary

/// A file key wrapped under a passphrase (age v1, "scrypt recipient stanza").
struct ScryptStanza {
  static let kind = "scrypt"
  private static let label = Array("age-encryption.org/v1/scrypt".utf8)
  private static let saltBytes = 16

  private let salt: [UInt8]
  /// The base-two logarithm of the rounds.
  let workFactor: Int
  private let body: [UInt8]

  /// Checks the form of a stanza of this kind.
  ///
  /// Throws `age-stanza` for other than three arguments, a salt or body of the wrong length, or a
  /// work factor not written as a plain decimal or above `maxWorkFactor`; `age-header` for a salt
  /// that is not canonical base64.
  init(_ stanza: AgeStanza, maxWorkFactor: Int) throws(Refusal) {
    guard stanza.arguments.count == 3 else {
      throw Refusal(.ageStanza, "an scrypt stanza with other than three arguments")
    }
    guard let salt = Base64.decoded(stanza.arguments[1].utf8, .unpadded) else {
      throw Refusal(.ageHeader, "an scrypt salt is not canonical base64")
    }
    guard salt.count == Self.saltBytes, stanza.body.count == AgeFileKey.wrappedBytes else {
      throw Refusal(.ageStanza, "an scrypt stanza whose salt or file key has the wrong length")
    }
    self.salt = salt
    workFactor = try Self.workFactor(stanza.arguments[2], max: maxWorkFactor)
    body = stanza.body
  }

  /// Wraps a file key under a passphrase and a fresh salt.
  static func wrap(
    _ fileKey: borrowing SecretBytes, passphrase: borrowing SecretBytes, workFactor: Int
  ) throws(Refusal) -> AgeStanza {
    let salt = SystemRandom.bytes(saltBytes)
    let key = try wrapKey(passphrase: passphrase, salt: salt, workFactor: workFactor)
    let text = String(decoding: Base64.encoded(salt, .unpadded), as: UTF8.self)
    return AgeStanza(
      arguments: [kind, text, String(workFactor)],
      body: ChaCha20Poly1305.seal(fileKey, nonce: AgeFileKey.wrapNonce, key: key))
  }

  /// The file key, or nil where the passphrase is another.
  func unwrap(passphrase: borrowing SecretBytes) throws(Refusal) -> SecretBytes? {
    let key = try Self.wrapKey(passphrase: passphrase, salt: salt, workFactor: workFactor)
    return ChaCha20Poly1305.open(body, nonce: AgeFileKey.wrapNonce, key: key)
  }

  private static func wrapKey(
    passphrase: borrowing SecretBytes, salt: [UInt8], workFactor: Int
  ) throws(Refusal) -> SecretBytes {
    guard
      let key = Scrypt.key(passphrase: passphrase, salt: label + salt, workFactor: workFactor)
    else {
      throw Refusal("key-cost", "not enough memory for an scrypt work factor of \(workFactor)")
    }
    return key
  }

  private static func workFactor(_ text: String, max: Int) throws(Refusal) -> Int {
    let digits = text.utf8
    guard digits.first != 0x30, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let value = Int(text), value <= max
    else {
      throw Refusal(.ageStanza, "an scrypt work factor that is not a plain number up to \(max)")
    }
    return value
  }
}
