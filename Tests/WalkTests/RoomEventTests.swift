import AnnotationModel
import Foundation
import Store
import Testing
import Vocabulary

@testable import Room

/// What happens in the whole room: in each project's log once, with its own time, whoever is there
/// to write it.
@Suite struct RoomEventTests {
  private func leaves(_ world: WalkWorld) throws -> [Leaf] {
    try world.channel { _, channel in
      try channel.store.read { store in
        var leaves: [Leaf] = []
        try store.log.lines(from: 0, to: store.log.size()) { leaves.append(try Leaf(parsing: $0)) }
        return leaves
      }
    }
  }

  private func network(_ leaves: [Leaf]) -> [Bool] {
    leaves.compactMap { if case .network(let isUp) = $0.event { isUp } else { nil } }
  }

  /// Ann as the pages have her: signed in, with no project open.
  private func keep(_ events: [RoomEvent], in world: WalkWorld) throws -> Bool {
    let who = WhoName.of(WalkWorld.ann, salt: try PrivateFile.read(world.home.salt, limit: 64))
    let contractor = Contractor(
      name: WalkWorld.ann, home: world.home, who: who, keys: world.keys.ann,
      context: world.context, lock: try HomeLock(home: world.home.path))
    return try contractor.keep(events)
  }

  @Test func anEventIsInTheLogOnceWithItsTime() throws {
    let world = try WalkWorld(WalkState.answered.get())
    let at = world.context.now()
    let kept = try keep(
      [.network(isUp: true, at: at), .network(isUp: false, at: at + 10)], in: world)
    #expect(kept)
    try world.desk { _ in }
    #expect(network(try leaves(world)) == [true, false])
    // Opened again, and taken to the lab: not a second time.
    try world.desk { _ in }
    try world.roomSync(world.stick)
    let leaves = try leaves(world)
    #expect(network(leaves) == [true, false])
    let up = try #require(leaves.first { $0.event == .network(isUp: true) })
    #expect(up.since == at && up.at > at)
  }

  @Test func theCustodiansSyncBringsWhatNobodyOpened() throws {
    let world = try WalkWorld(WalkState.answered.get())
    try world.room { try $0.register.events.keep([.swap(at: 1_000), .partialWall(at: 2_000)]) }
    try world.roomSync(world.stick)
    let codes = try leaves(world).compactMap { leaf in
      if case .alarm(let code, nil) = leaf.event { code } else { nil }
    }
    #expect(codes == ["swap", "wall-partial"])
    // What every log has is forgotten, but for the newest, whose number must not come again.
    let kept = try world.room { custodian in
      try custodian.register.events.database.read { try $0.rows("SELECT id FROM events").count }
    }
    #expect(kept == 1)
    #expect(try world.room { try $0.register.events.newest() } == 2)
  }
}
