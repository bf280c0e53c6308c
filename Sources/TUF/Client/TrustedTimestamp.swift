import Vocabulary

/// The timestamp that was trusted before an update.
struct TrustedTimestamp<Content: TimestampContent>: Sendable {
  let document: VerifiedDocument<Content>
  /// Whether it bears enough signatures for the newest root too: a threshold may have grown.
  let isStillSigned: Bool
}

extension TrustState {
  /// The stored timestamp, which was verified before it was stored, looked at under `root`.
  func remembered<Content: TimestampContent>(
    _ file: [UInt8]?, under root: RootMetadata
  ) throws(Refusal) -> TrustedTimestamp<Content>? {
    guard let file else { return nil }
    let document = try UnverifiedDocument<Content>(parsing: file)
    let isSigned = (try? document.check(by: root.keys(of: .timestamp))) != nil
    return TrustedTimestamp(document: try document.remembered(), isStillSigned: isSigned)
  }
}
