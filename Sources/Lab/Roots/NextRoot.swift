import Cryptography
import TUF
import Vocabulary

/// The root after another one, with a change.
struct NextRoot {
  private let change: RootChange
  private let secrets: RootSecrets
  private let now: Int64

  init(_ change: RootChange, secrets: RootSecrets, now: Int64) {
    self.change = change
    self.secrets = secrets
    self.now = now
  }

  /// Throws `Failure` for a change that leaves no root that anyone could sign for.
  func draft(after current: RootDocument) throws(Failure) -> RootDraft {
    var draft = RootDraft(after: current)
    draft.root = try rootSigners(draft.root)
    draft.expires = now + change.life
    for (role, key) in secrets.keys {
      let signers = RootDraft.Signers([key.verifyingKey])
      switch role {
      case .targets: draft.targets = signers
      case .snapshot: draft.snapshot = signers
      case .timestamp: draft.timestamp = signers
      case .root: throw Failure(.usage, "root keys are held by people: add and remove them by name")
      }
    }
    if let identity = secrets.identity { draft.seal = [identity.recipient] }
    return draft
  }

  private func rootSigners(_ before: RootDraft.Signers) throws(Failure) -> RootDraft.Signers {
    for key in change.removedRootKeys where !before.keys.contains(key) {
      throw Failure(.usage, "\(RootKeyFiles.shortName(of: key)) is none of the root keys")
    }
    for key in change.addedRootKeys where before.keys.contains(key) {
      throw Failure(.usage, "\(RootKeyFiles.shortName(of: key)) is a root key already")
    }
    let keys = before.keys.filter { !change.removedRootKeys.contains($0) } + change.addedRootKeys
    let holders = try RootHolders(keys: keys, threshold: change.threshold ?? before.threshold)
    return RootDraft.Signers(holders.keys, threshold: holders.threshold)
  }
}
