import Vocabulary

/// One signature line of a note, checked in form only (C2SP signed-note, "Signatures").
public struct NoteSignature: Hashable, Sendable {
  /// The name that the line gives; it proves nothing.
  public let name: String
  /// Four bytes that tell keys of one name apart.
  public let keyID: [UInt8]
  /// What the key made of the text.
  public let signature: [UInt8]

  /// An em dash and a space.
  static let mark = Array("\u{2014} ".utf8)

  /// The id of an Ed25519 key under a name: first four bytes of
  /// SHA-256(name ‖ LF ‖ 0x01 ‖ key).
  public static func keyID(name: String, key: VerifyingKey) -> [UInt8] {
    let bytes = SHA256.hash(Array(name.utf8) + [0x0a, 0x01] + key.bytes).bytes
    return Array(bytes.prefix(4))
  }

  /// Whether a key may have this name: not empty, without spaces and plus signs.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !$0.properties.isWhitespace && $0 != "+"
      }
  }

  /// The signature over `text` by a key under a name.
  init(of text: [UInt8], name: String, by key: SigningKey) {
    self.name = name
    keyID = Self.keyID(name: name, key: key.verifyingKey)
    signature = key.signature(of: text)
  }

  /// Reads a line without its LF; nil for any other form.
  init?(line: ArraySlice<UInt8>) {
    guard line.starts(with: Self.mark) else { return nil }
    let words = line.dropFirst(Self.mark.count)
      .split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2, let name = String(validating: words[0], as: UTF8.self),
      Self.isName(name), let bytes = Base64.decoded(words[1], .padded), bytes.count > 4
    else { return nil }
    self.name = name
    keyID = Array(bytes.prefix(4))
    signature = Array(bytes.dropFirst(4))
  }

  /// The line with its LF.
  var encoded: [UInt8] {
    Self.mark + Array(name.utf8) + [0x20] + Base64.encoded(keyID + signature, .padded) + [0x0a]
  }
}
