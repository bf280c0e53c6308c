public import Cryptography
public import Vocabulary

/// What a new passphrase must be: at least 12 characters or 5 words (design.md, "Who may do what").
public enum PassphraseRule {
  static let characters = 12
  static let words = 5

  /// Whether these bytes are long enough. They must be UTF-8; a word is what stands between spaces.
  public static func allows(_ passphrase: [UInt8]) -> Bool {
    guard String(validating: passphrase, as: UTF8.self) != nil else { return false }
    // Counted on bytes, so that no String holding the secret outlives this call's copy: a scalar
    // begins at each byte that doesn't continue one.
    let scalars = passphrase.count { $0 & 0xC0 != 0x80 }
    let parts = passphrase.split(separator: UInt8(ascii: " ")).count
    return scalars >= characters || parts >= words
  }

  /// Refuses a passphrase that is too short.
  ///
  /// - Throws: `Failure` with status 65.
  public static func require(_ passphrase: borrowing SecretBytes, of whose: String) throws(Failure)
  {
    var plain = passphrase.revealed()
    defer { plain.wipe() }
    guard allows(plain) else {
      throw Failure(
        .badInput,
        "\(whose) passphrase is too short: it needs \(characters) characters or \(words) words")
    }
  }
}
