import BundleFormat
import Cryptography
import Exchange
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// A room that is seized opens no old stick: each archive brings a fresh recipient, and an identity
/// goes once a bundle for a newer one has come in.
@Suite struct RatchetTests {
  private let world: WalkWorld

  init() throws { world = try WalkWorld(WalkState.packed.get()) }

  private func seals() throws -> Set<String> {
    try world.room { custodian in
      Set(
        try custodian.store.database.read {
          try $0.rows("SELECT secret FROM seals").map {
            try AgeIdentity(text: String(decoding: $0.blob(0), as: UTF8.self)).recipient.text
          }
        })
    }
  }

  /// Work, out, in: what a stick shows is sealed to one identity after the other.
  private func round(_ number: Int) throws {
    try world.answer(number % 2)
    try world.roomSync(world.stick)
    try world.labSync(world.stick)
  }

  private func whoOpens(_ stick: SimulatedDrive) throws -> Set<String> {
    let files = stick.files.filter { $0.key.contains("/down/") && $0.key.hasSuffix(".age") }
    return try world.room { custodian in
      let identity = try #require(try custodian.store.identity(lab: ""))
      let seals = try custodian.store.seals(channel: world.keys.channel, card: identity.seal)
      return Set(
        seals.filter { seal in
          files.values.contains {
            (try? BundleReader(MemorySource($0), identities: [seal.identity])) != nil
          }
        }.map(\.identity.recipient.text))
    }
  }

  @Test func anOldStickIsClosed() throws {
    try round(0)
    let old = SimulatedDrive(files: world.stick.files)
    #expect(try whoOpens(old).count == 1)
    try round(1)
    let first = try seals()
    try world.roomSync(world.stick)
    try round(2)
    try world.roomSync(world.stick)
    #expect(try seals().isDisjoint(with: first))
    #expect(try whoOpens(old).isEmpty, "nothing that this room holds opens it")
  }

  /// A restored room has what its backup had, no more; it begins with a fresh identity, and what the
  /// backup brought back goes with the first bundle for the new log.
  @Test func afterARestore() throws {
    try round(0)
    try world.roomSync(world.stick)
    let backup = try world.backUp()
    let old = try seals()
    try round(1)
    try world.restore(backup)
    #expect(try seals() == old)
    try world.roomSync(world.stick)
    #expect(try world.labRefusals(world.stick) == ["epoch-waiting"])
    _ = try world.lab.acceptRoom(nil, project: "siskin", on: world.stick)
    try world.roomSync(world.stick)
    #expect(try seals().isDisjoint(with: old))
    #expect(try world.roomFacts().alarms == 0)
  }

  /// The identity on the card opens the first bundles of a project, so it stays for the next one;
  /// with a new card it becomes the oldest, and goes like the others.
  @Test func theCardsIdentityGoesWithTheCard() throws {
    let first = SimulatedDrive(files: world.stick.files)
    try round(0)
    try world.roomSync(world.stick)
    #expect(try whoOpens(first).count == 1)
    _ = try world.lab.rotate("siskin", rooms: [world.keys.room.hex], on: world.stick)
    for _ in 0..<3 {
      try world.roomSync(world.stick)
      try world.labSync(world.stick)
    }
    try world.roomSync(world.stick)
    #expect(try whoOpens(first).isEmpty)
  }
}
