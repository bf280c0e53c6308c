public import Cryptography
import Store
public import Vocabulary

extension Custodian {
  /// Throws `Failure` when the name is taken or isn't one.
  public func requireFree(_ name: String) throws {
    try NameRule.require(name)
    guard try register.recipient(of: name) == nil else {
      throw Failure(.badInput, "there is somebody called \(name) already; choose another name")
    }
  }

  /// Adds a contractor with a passphrase of their own.
  ///
  /// The slot is written first: a name in the register always has one.
  public func addPerson(_ name: String, passphrase: borrowing SecretBytes) throws {
    try requireFree(name)
    let who = try home.who(name)
    let fresh = try Slot.fresh(
      for: .person(custodian: keys.grantKey.verifyingKey), passphrase: passphrase)
    try PrivateFile.write(fresh.file, to: home.slot(who), replace: true)
    try register.insert(name: name, who: who, recipient: fresh.keys.seal.recipient)
  }

  /// Lets a contractor open a project.
  public func grant(_ name: String, project: ID) throws {
    guard let trusted = try store.project(project) else {
      throw Failure(
        .badInput, "project \(project.hex) is not trusted here; use airlock-room trust first")
    }
    guard let recipient = try register.recipient(of: name) else {
      throw Failure(.badInput, "there is nobody called \(name); use airlock-room person add first")
    }
    let person = try person(name, in: project)
    var granted = trusted.granted
    let grant = Grant(
      project: project, person: person, granted: SecretBytes(wiping: &granted),
      roomKey: try store.roomKey())
    try PrivateFile.makeFolder("\(home.grants)/\(project.hex)")
    try PrivateFile.write(
      try grant.sealed(to: recipient, by: keys.grantKey), to: home.grant(project, home.who(name)),
      replace: true)
    try store.setGrant(name, in: project, since: context.now())
  }

  /// A person's id in a project is random, and the same for every later grant.
  private func person(_ name: String, in project: ID) throws -> ID {
    if let known = try store.person(name, in: project) { return known }
    let person = context.fresh(ID.self)
    try store.insertGrant(name, in: project, person: person)
    return person
  }
}
