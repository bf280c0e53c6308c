public import BundleFormat
import Cryptography
import Store
import TUF
public import Vocabulary

extension Custodian {
  /// This room's card for a lab, made at the first call and the same ever after.
  public func card(lab: String) throws -> (room: ID, fingerprint: Fingerprint, bytes: [UInt8]) {
    let identity = try identity(lab: lab)
    return (identity.room, Fingerprint(of: identity.card), identity.card)
  }

  /// Trusts the project of a lab.trust file whose fingerprint a person has compared.
  ///
  /// Makes the project's store. Returns the project's id; trusting the same file again changes
  /// nothing.
  public func trust(_ file: [UInt8], fingerprint: String, lab: String) throws -> ID {
    let typed: Fingerprint
    do {
      typed = try Fingerprint(typed: fingerprint)
    } catch let refusal {
      throw Failure(.usage, refusal.why)
    }
    guard typed == Fingerprint(of: file) else {
      throw Failure(
        .refused,
        "the file's fingerprint is not the one you gave, so it was not trusted. Ask the lab again.")
    }
    let state = try TrustState(trusting: file)
    let root = try RootDocument(trusting: file)
    let trusted = try trusted(root.project, file, lab)
    try makeStore(trusted, state)
    return root.project
  }

  private func trusted(
    _ project: ID, _ file: [UInt8], _ lab: String
  ) throws -> CustodianStore.TrustedProject {
    if let known = try store.project(project) {
      guard known.trust == file, known.lab == lab else {
        throw Failure(
          .refused,
          "project \(project.hex) is trusted already, with another root or for another "
            + "lab; newer roots come with a stick")
      }
      return known
    }
    guard try !store.tombstones().contains(where: { $0.project == project }) else {
      throw Failure(
        .refused,
        "project \(project.hex) was destroyed in this room. To work on it again the lab makes a new "
          + "project, or enrolls another room")
    }
    let identity = try identity(lab: lab)
    let trusted = CustodianStore.TrustedProject(
      project: project, lab: lab,
      channel: ChannelName.channel(project: project, room: identity.room), trust: file,
      granted: SystemRandom.bytes(32), size: 0, root: nil)
    try store.insert(trusted)
    return trusted
  }

  /// A store that an interrupted `trust` left without its first facts is made anew: nobody could
  /// have worked in it.
  private func makeStore(
    _ trusted: CustodianStore.TrustedProject, _ state: TrustState
  ) throws {
    if PrivateFile.exists(home.store(trusted.project)), try isSetUp(trusted) { return }
    try HomeFiles.removeDatabase(home.store(trusted.project))
    try EraseFile.create(home.erase(trusted.project))
    let project = try ProjectStore(
      path: home.store(trusted.project), key: try storeKey(trusted), create: true)
    let room = try identity(lab: trusted.lab).room
    let epoch = context.fresh(EpochID.self)
    let newestEvent = try register.events.newest()
    try project.write {
      try $0.set(.room, room.bytes)
      try $0.set(.channel, trusted.channel.bytes)
      try $0.set(.epoch, epoch.bytes)
      try $0.set(.root, state.root)
      try $0.set(.floor, state.floor)
      try $0.set(.project, trusted.project.bytes)
      // What happened in the room before is none of this project's.
      try $0.set(.roomEvent, newestEvent)
    }
    try project.close()
  }

  private func isSetUp(_ trusted: CustodianStore.TrustedProject) throws -> Bool {
    guard PrivateFile.exists(home.erase(trusted.project)) else { return false }
    let project = try ProjectStore(
      path: home.store(trusted.project), key: try storeKey(trusted), create: false)
    let isSetUp = try project.read { try $0.bytes(.project) != nil }
    try project.close()
    return isSetUp
  }

  func storeKey(_ trusted: CustodianStore.TrustedProject) throws -> SecretBytes {
    var granted = trusted.granted
    return try EraseFile.storeKey(
      granted: SecretBytes(wiping: &granted), erase: home.erase(trusted.project))
  }

  private func identity(lab: String) throws -> CustodianStore.LabIdentity {
    if let known = try store.identity(lab: lab) { return known }
    let signing = SigningKey.generate()
    let seal = AgeIdentity.generate()
    let room = context.fresh(ID.self)
    let card = RoomCard(room: room, seal: seal.recipient, key: signing.verifyingKey)
    let identity = CustodianStore.LabIdentity(
      lab: lab, room: room, signing: signing, seal: seal, card: card.signed(by: signing))
    try store.insert(identity)
    return identity
  }
}
