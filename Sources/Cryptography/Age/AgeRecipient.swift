public import Vocabulary

/// Whom a file is sealed to: an X25519 public key, written `age1…`.
public struct AgeRecipient: Hashable, Sendable, CustomStringConvertible {
  private static let prefix = "age"

  /// The recipient as age writes it.
  public let text: String
  /// The point itself, 32 bytes.
  let point: [UInt8]

  /// Reads a recipient. Throws `age-key` for any other form, capitals included, and for a point
  /// of small order, to which everybody would have the key.
  public init(_ text: String) throws(Refusal) {
    guard let point = Bech32.decoded(Array(text.utf8), prefix: Self.prefix),
      point.count == X25519.bytes
    else {
      throw Refusal(.ageKey, "not an age recipient: it should look like age1…")
    }
    guard X25519.shared(secret: SecretBytes.random(count: X25519.bytes), point: point) != nil
    else {
      throw Refusal(.ageKey, "an age recipient of small order")
    }
    self.text = text
    self.point = point
  }

  init(point: [UInt8]) {
    self.point = point
    text = String(decoding: Bech32.encoded(point, prefix: Self.prefix), as: UTF8.self)
  }

  /// The same as `text`.
  public var description: String { text }
}
