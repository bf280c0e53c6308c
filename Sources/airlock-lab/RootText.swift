import BundleFormat
import CommandSupport
import Cryptography
import Lab
import TUF
import Vocabulary

/// A root in words: who holds it, what it changes, who has still to sign.
struct RootText {
  private let root: RootDocument
  private let proposal: RootProposal?
  private let previousFingerprint: String?

  /// A root that is trusted.
  init(_ root: RootDocument) {
    self.root = root
    proposal = nil
    previousFingerprint = nil
  }

  /// One that waits for signatures.
  init(_ proposal: RootProposal, previousFingerprint: String?) {
    root = proposal.claim
    self.proposal = proposal
    self.previousFingerprint = previousFingerprint
  }

  init(_ waiting: WaitingRoot) {
    self.init(
      waiting.proposal,
      previousFingerprint: waiting.previousFile.map { Fingerprint(of: $0).description })
  }

  /// Version, holders, threshold, expiry.
  var summary: [String] {
    let keys = root.keys(of: .root)
    return [
      "Root version \(root.version) of project \(root.project), until \(Self.day(root.expires)).",
      "\(keys.threshold) of \(Quantity.text(keys.keys.count, "holder")) must sign a change of it: "
        + Self.names(Set(keys.keys.values)),
    ]
  }

  /// What it changes, as its holders must know before they sign; empty for a trusted root.
  var changes: [String] {
    guard let proposal else { return [] }
    let difference = proposal.difference
    var lines = ["Root version \(root.version) of project \(root.project)."]
    if let previousFingerprint {
      lines.append("It follows version \(root.version - 1), whose fingerprint is")
      lines.append("  \(previousFingerprint)")
    } else {
      lines.append("It is the first root: nothing vouches for it but you.")
    }
    lines += difference.roles.map(Self.change)
    lines.append(Self.seal(difference))
    let before = difference.formerExpires.map { ", the one before \(Self.day($0))" } ?? ""
    return lines + ["  expires \(Self.day(difference.expires))\(before)"]
  }

  /// Who has signed and who is needed; empty for a trusted root.
  var progress: [String] {
    guard let progress = proposal?.progress else { return [] }
    guard !progress.isComplete else { return ["It has all signatures that it needs."] }
    return ["Signed by \(Self.names(progress.signed)). Still needed: \(needed)"]
  }

  /// Which signatures are missing.
  var needed: String {
    guard let progress = proposal?.progress else { return "none" }
    let parts = progress.demands.enumerated().compactMap { place, demand -> String? in
      guard !demand.isMet else { return nil }
      let count = demand.threshold - Int64(demand.signed.count)
      let whose = progress.demands.count == 2 && place == 0 ? "the root before" : "the new root"
      return "\(count) of \(Self.names(demand.missing)) for \(whose)"
    }
    return parts.isEmpty ? "none" : parts.joined(separator: ", and ")
  }

  /// For programs.
  var members: [Report.Member] {
    let keys = root.keys(of: .root)
    var members: [Report.Member] = [
      .init("project", .text(root.project.hex)), .init("version", .integer(root.version)),
      .init("holders", .list(Self.sorted(Set(keys.keys.values)).map { .text($0.hex) })),
      .init("threshold", .integer(keys.threshold)), .init("expires", .integer(root.expires)),
    ]
    guard let proposal else { return members }
    members += [
      .init("complete", .bool(proposal.progress.isComplete)),
      .init("signed", .list(Self.sorted(proposal.progress.signed).map { .text($0.hex) })),
      .init("needed", .list(Self.sorted(proposal.progress.needed).map { .text($0.hex) })),
      .init("changes", .list(proposal.difference.roles.filter(\.isChange).map(Self.report))),
      .init("sealAdded", .list(proposal.difference.sealAdded.map { .text($0.text) })),
      .init("sealRemoved", .list(proposal.difference.sealRemoved.map { .text($0.text) })),
    ]
    return members
  }

  static func sorted(_ keys: Set<VerifyingKey>) -> [VerifyingKey] {
    keys.sorted { $0.keyID.hex < $1.keyID.hex }
  }

  static func names(_ keys: Set<VerifyingKey>) -> String {
    keys.isEmpty
      ? "nobody" : sorted(keys).map { RootKeyFiles.shortName(of: $0) }.joined(separator: ", ")
  }

  static func day(_ milliseconds: Int64) -> String {
    MetadataTime.text(milliseconds / 1_000).map { String($0.prefix(10)) } ?? "an unknown day"
  }
}
