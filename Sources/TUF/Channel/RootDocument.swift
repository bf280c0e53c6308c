public import Cryptography
import StrictJSON
public import Vocabulary

/// Which keys a project trusts, and for whom its results are sealed (TUF 1.0, section 4.3;
/// formats.md, section 3).
public struct RootDocument: Equatable, Sendable {
  /// Its version, from 1.
  public var version: Int64 { metadata.version }
  /// The project whose channels it stands for.
  public let project: ID
  /// The age recipients to which a room seals its results, at least one.
  public let seal: [AgeRecipient]

  let metadata: RootMetadata

  /// The keys of each role. No key is in two of them.
  public var roles: [Role: RoleKeys] { metadata.roles }

  /// Milliseconds since 1970; from then on nothing under this root is trusted.
  public var expires: Int64 { header.expires * 1_000 }

  /// The keys of `role`; none, with a threshold that can't be met, is never seen in a document
  /// that was read.
  public func keys(of role: Role) -> RoleKeys { metadata.keys(of: role) }

  /// Reads a root file that is trusted because of where it comes from: by its fingerprint, or from
  /// our own store. It must still be signed by its own keys.
  ///
  /// Throws json codes, `tuf-form`, `tuf-key`, `tuf-signature`, `x-airlock`.
  public init(trusting file: [UInt8]) throws(Refusal) {
    self = try UnverifiedDocument<RootDocument>(parsing: file, limit: Limits.root)
      .verifiedBySelf().content
  }
}
