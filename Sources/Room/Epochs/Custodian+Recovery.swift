public import Cryptography
import Store
public import Vocabulary

extension Custodian {
  /// Gives somebody who has lost their passphrase a new secret, and new grants for the projects
  /// that they could open; returns these.
  ///
  /// Nothing of the old secret is left. The next opening of each project writes the person's new
  /// key into its log as `recovered`: what they do then waits in the lab until a person there
  /// accepts it. Throws `Failure` for a name that nobody here has. Interrupted, it is done again.
  public func recoverPerson(_ name: String, passphrase: borrowing SecretBytes) throws -> [ID] {
    try requireKnown(name)
    let who = try home.who(name)
    let fresh = try Slot.fresh(
      for: .person(custodian: keys.grantKey.verifyingKey), passphrase: passphrase)
    try PrivateFile.write(fresh.file, to: home.slot(who), replace: true)
    try register.update(name: name, recipient: fresh.keys.seal.recipient)
    let granted = try store.projects().map(\.project).filter {
      PrivateFile.exists(home.grant($0, who))
    }
    for project in granted { try grant(name, project: project) }
    return granted
  }

  /// Throws `Failure` where nobody of that name is in the room.
  public func requireKnown(_ name: String) throws {
    guard try register.recipient(of: name) != nil else {
      throw Failure(.badInput, "there is nobody called \(name) in this room")
    }
  }
}
