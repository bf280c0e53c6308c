import Cryptography
import Vocabulary

/// Makes files out of documents. Ours are canonical throughout, so what is signed can be seen in
/// the file.
enum MetadataWriter {
  /// The file of `signed`, signed by `keys`.
  static func file<Content: MetadataDocument>(
    _ signed: CanonicalValue, _ type: Content.Type, signedBy keys: [SigningKey]
  ) throws(Refusal) -> UnverifiedDocument<Content> {
    let message = signed.bytes
    let signatures = keys.map { key in
      MetadataSignature(
        keyID: key.verifyingKey.keyID, bytes: key.signature(of: message))
    }
    return try file(message, signatures)
  }

  /// The file of a canonical `message` under `signatures`.
  ///
  /// Canonical form leaves control characters as they are, which JSON forbids, so the file is read
  /// back, and refused (json-syntax, `tuf-form`) unless it says the same.
  static func file<Content: MetadataDocument>(
    _ message: [UInt8], _ signatures: [MetadataSignature]
  ) throws(Refusal) -> UnverifiedDocument<Content> {
    let list = CanonicalValue.array(
      signatures.map { signature in
        .object([
          ("keyid", .string(signature.keyID.hex)), ("sig", .string(Hex.encoded(signature.bytes))),
        ])
      })
    let bytes =
      Array(#"{"signatures":"#.utf8) + list.bytes + Array(#","signed":"#.utf8) + message
      + [UInt8(ascii: "}")]
    let document = try UnverifiedDocument<Content>(
      parsing: bytes, limit: Content.role == .root ? Limits.root : Limits.metadata)
    guard document.message == message else {
      throw Refusal(.tufForm, "\(Content.role.fileName) can't be written in canonical form")
    }
    return document
  }
}
