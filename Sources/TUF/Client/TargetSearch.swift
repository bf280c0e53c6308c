import Vocabulary

/// The search for a target through targets and the roles to which they delegate: pre-order, depth
/// first (TUF 1.0, section 5.6.7).
struct TargetSearch {
  /// How many roles are asked, so that a repository can't send a client on without end.
  static let roleLimit = 32

  private let path: String

  /// A search for the target at `path`.
  init(_ path: String) { self.path = path }

  /// What the first role says that may speak for the path and names it; nil where none does.
  /// `load` gives a delegated role's document, verified.
  func find(
    in top: TargetsMetadata, load: (Delegation) throws -> TargetsMetadata
  ) throws -> TargetDescription? {
    if let found = top.target(path) { return found }
    var visited: Set<[UInt8]> = [Array(Role.targets.rawValue.utf8)]
    var waiting = children(of: top).roles
    while let next = waiting.popLast() {
      guard visited.insert(Array(next.name.utf8)).inserted else { continue }
      guard visited.count <= Self.roleLimit else { return nil }
      let metadata = try load(next)
      if let found = metadata.target(path) { return found }
      let children = children(of: metadata)
      // Whoever stands behind a terminating delegation is asked no more.
      if children.isTerminating { waiting.removeAll() }
      waiting += children.roles
    }
    return nil
  }

  /// The delegations that may speak for the path up to the first terminating one, last first.
  private func children(
    of metadata: TargetsMetadata
  ) -> (roles: [Delegation], isTerminating: Bool) {
    var roles: [Delegation] = []
    for delegation in metadata.delegations where delegation.paths.matches(path) {
      roles.append(delegation)
      if delegation.isTerminating { return (roles.reversed(), true) }
    }
    return (roles.reversed(), false)
  }
}
