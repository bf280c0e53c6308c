import Vocabulary

/// One entry of a document's `signatures`.
struct MetadataSignature: Equatable, Sendable {
  /// The name of the key that is said to have signed.
  let keyID: Digest
  /// The signature; not 64 bytes where the document is malformed there, which verifies as
  /// nothing.
  let bytes: [UInt8]
}
