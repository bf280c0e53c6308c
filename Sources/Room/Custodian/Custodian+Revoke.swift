import Store
public import Vocabulary

extension Custodian {
  /// Takes a grant back: the person can no longer open the project on this machine.
  ///
  /// Their id in the project stays, so that a later grant continues their chain of acts. Returns
  /// how many of its tasks they had been shown, as the log says. What they have read they have
  /// read, and who copied the grant's file still has the key until the store gets another.
  public func revoke(_ name: String, project: ID) throws -> Int {
    guard let trusted = try store.project(project) else {
      throw Failure(.badInput, "project \(project.hex) is not trusted here")
    }
    guard let person = try store.person(name, in: project), try holds(name, in: project) else {
      throw Failure(.badInput, "\(name) has no grant for project \(project.hex)")
    }
    try PrivateFile.remove(grantPath(name, project))
    try store.setGrant(name, in: project, since: nil)
    return try withChannel(trusted) { channel in
      try channel.store.read { try $0.shownTasks(person: person) }
    }
  }

  /// Whether a grant's file lies here.
  func holds(_ name: String, in project: ID) throws -> Bool {
    PrivateFile.exists(try grantPath(name, project))
  }

  private func grantPath(_ name: String, _ project: ID) throws -> String {
    home.grant(project, try home.who(name))
  }
}
