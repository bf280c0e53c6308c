public import Vocabulary

/// An image that a task shows, by its content.
public struct AssetReference: Hashable, Sendable {
  public let sha256: Digest
  /// The media type, one of `ImageType`'s (formats.md, section 6).
  public let type: String

  /// An image by its hash and media type.
  public init(sha256: Digest, type: String) {
    self.sha256 = sha256
    self.type = type
  }

  /// The value of an image field.
  var token: [UInt8] { Array("{\"asset\":\"\(sha256.hex)\",\"type\":\"\(type)\"}".utf8) }
}
