import TUF
public import Vocabulary

/// Who vouches for a project, as a custodian is told when they trust it.
public struct RootSummary: Sendable, Equatable {
  /// The root's version.
  public let version: Int64
  /// How many people hold a root key, and how many of them must sign a change of trust.
  public let holders: Int
  public let threshold: Int64

  /// What a trust file says. Throws what reading it throws.
  public init(of file: [UInt8]) throws(Refusal) {
    let root = try RootDocument(trusting: file)
    let keys = root.keys(of: .root)
    version = root.version
    holders = keys.keys.count
    threshold = keys.threshold
  }

  /// In a line.
  public var line: String {
    "Root version \(version): of \(holders) root keys \(threshold) must sign a change of whom this "
      + "room trusts."
  }
}
