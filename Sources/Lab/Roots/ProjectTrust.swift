import Cryptography
import TUF
import Vocabulary

/// The trust root of a new project: fresh keys for every role but, perhaps, root, and the root
/// document.
struct ProjectTrust {
  let project: ID
  /// Root keys that were made here and must be put into files.
  let freshRootKeys: [SigningKey]
  let secrets: RootSecrets
  /// 1.root.json, signed by the root keys at hand.
  let first: RootProposal

  /// Throws `Failure` (wrong usage) where the plan's threshold can't be met, `Refusal` where a key
  /// is in two roles.
  init(project: ID, plan: RootPlan, now: Int64) throws {
    self.project = project
    let (holders, signers) = try Self.rootKeys(plan)
    if case .fresh = plan.keys { freshRootKeys = signers } else { freshRootKeys = [] }
    secrets = RootSecrets.fresh(for: [.targets, .snapshot, .timestamp], seal: true)
    let draft = RootDraft(
      project: project, seal: secrets.identity.map { [$0.recipient] } ?? [],
      expires: now + RootChange.life, root: .init(holders.keys, threshold: holders.threshold),
      targets: secrets.signers(of: .targets), snapshot: secrets.signers(of: .snapshot),
      timestamp: secrets.signers(of: .timestamp))
    var first = try RootProposal(RepositoryWriter.makeRoot(draft, signedBy: []), after: nil)
    for key in signers { first = try first.signed(by: key) }
    self.first = first
  }

  private static func rootKeys(
    _ plan: RootPlan
  ) throws(Failure) -> (RootHolders, signers: [SigningKey]) {
    switch plan.keys {
    case .fresh(let count, let threshold):
      try RootHolders.check(keys: count, threshold: threshold)
      let keys = (0..<count).map { _ in SigningKey.generate() }
      return (try RootHolders(keys: keys.map(\.verifyingKey), threshold: threshold), keys)
    case .holders(let holders, let atHand):
      return (holders, atHand)
    }
  }
}
