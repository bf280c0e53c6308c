public import Cryptography
public import Vocabulary

/// A root document on its way to enough signatures: what it would say, and who has signed so far.
///
/// Root keys are in several hands and places, so a proposal is signed by one holder after the
/// other, or by several at once on copies that are merged. It is for people to look at; only
/// `RootDocument(trusting:)` and a channel's update make trust of it.
public struct RootProposal: Sendable {
  /// The file with the signatures so far.
  public let file: [UInt8]
  /// What it will say once it is signed. Not to be trusted before.
  public let claim: RootDocument
  /// The root that it follows; nil for the first of a project.
  public let previous: RootDocument?
  private let document: UnverifiedDocument<RootDocument>

  /// Reads a root file that needs signatures, and the root before it, nil for the first.
  ///
  /// Throws what reading the files throws, `tuf-version` unless it is the very next root, and
  /// `x-airlock-project` where it is another project's.
  public init(_ file: [UInt8], after previousFile: [UInt8]?) throws(Refusal) {
    try self.init(
      UnverifiedDocument(parsing: file, limit: Limits.root),
      after: previousFile.map { file throws(Refusal) in try RootDocument(trusting: file) })
  }

  private init(
    _ document: UnverifiedDocument<RootDocument>, after previous: RootDocument?
  ) throws(Refusal) {
    let claim = try document.claim()
    guard claim.version == (previous?.version ?? 0) + 1 else {
      let place = previous.map { "version \($0.version)" } ?? "no root"
      throw Refusal(.tufVersion, "a root of version \(claim.version) can't follow \(place)")
    }
    if let previous, previous.project != claim.project {
      throw Refusal(.bindingProject, "it is of another project than the root before it")
    }
    self.file = document.bytes
    self.claim = claim
    self.previous = previous
    self.document = document
  }

  /// The version that a root file claims, signed or not: it says which root must be before it.
  ///
  /// Throws what reading the file throws.
  public static func claimedVersion(of file: [UInt8]) throws(Refusal) -> Int64 {
    try UnverifiedDocument<RootDocument>(parsing: file, limit: Limits.root).claim().version
  }

  /// The same with the signature of one holder's key; one that has signed signs afresh.
  ///
  /// Throws `tuf-key` for a key that neither root names, whose signature would count for nothing.
  public func signed(by key: SigningKey) throws(Refusal) -> RootProposal {
    guard demands.contains(where: { $0.keys[key.verifyingKey.keyID] != nil }) else {
      throw Refusal(
        .tufKey, "this key is none of the root keys, neither of this root nor of the one before")
    }
    let added = MetadataSignature(
      keyID: key.verifyingKey.keyID, bytes: key.signature(of: document.message))
    return try adding([added])
  }

  /// The same with the signatures that a copy of it has.
  ///
  /// Throws what reading the copy throws, and `tuf-form` where it says something else.
  public func merging(_ copy: [UInt8]) throws(Refusal) -> RootProposal {
    let other = try UnverifiedDocument<RootDocument>(parsing: copy, limit: Limits.root)
    guard other.message == document.message else {
      throw Refusal(.tufForm, "it says something else than the root that is to be signed")
    }
    // A copy may bear nonsense under a name whose signature is here already.
    let all = demands.reduce(into: Set<VerifyingKey>()) {
      $0.formUnion($1.signers(of: other.message, other.signatures))
    }
    let names = Set(all.map(\.keyID))
    return try adding(other.signatures.filter { names.contains($0.keyID) })
  }

  /// Who has signed so far, and who is still needed.
  public var progress: RootProgress {
    RootProgress(
      demands: demands.map { keys in
        let signed = keys.signers(of: document.message, document.signatures)
        return RootProgress.Demand(
          threshold: keys.threshold, signed: signed,
          missing: Set(keys.keys.values).subtracting(signed))
      })
  }

  /// What it changes.
  public var difference: RootDifference { RootDifference(from: previous, to: claim) }

  /// The root before it and it itself, each with keys and a threshold of its own.
  private var demands: [RoleKeys] {
    [previous, claim].compactMap { $0?.keys(of: .root) }
  }

  private func adding(_ added: [MetadataSignature]) throws(Refusal) -> RootProposal {
    let names = Set(added.map(\.keyID))
    let kept = document.signatures.filter { !names.contains($0.keyID) }
    return try RootProposal(MetadataWriter.file(document.message, kept + added), after: previous)
  }
}
