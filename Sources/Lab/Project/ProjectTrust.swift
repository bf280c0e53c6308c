import Cryptography
import TUF
import Vocabulary

/// The trust root of a new project: fresh keys for every role and the signed root document.
struct ProjectTrust {
  let project: ID
  let rootKeys: [SigningKey]
  let roleKeys: [(Role, SigningKey)]
  /// To whom rooms seal results.
  let identity: AgeIdentity
  /// 1.root.json, signed by all root keys.
  let rootFile: [UInt8]

  /// How long a root is good for: ten years.
  private static let life: Int64 = 10 * 365 * 86_400_000

  init(project: ID, plan: RootPlan, now: Int64) throws {
    self.project = project
    rootKeys = (0..<plan.keys).map { _ in SigningKey.generate() }
    let targets = SigningKey.generate()
    let snapshot = SigningKey.generate()
    let timestamp = SigningKey.generate()
    roleKeys = [(.targets, targets), (.snapshot, snapshot), (.timestamp, timestamp)]
    identity = AgeIdentity.generate()
    let draft = RootDraft(
      project: project, seal: [identity.recipient], expires: now + Self.life,
      root: .init(rootKeys.map(\.verifyingKey), threshold: plan.threshold),
      targets: .init([targets.verifyingKey]), snapshot: .init([snapshot.verifyingKey]),
      timestamp: .init([timestamp.verifyingKey]))
    rootFile = try RepositoryWriter.makeRoot(draft, signedBy: rootKeys)
  }
}
