import CommandSupport
import Foundation
import Testing
import Vocabulary
import Web

@testable import Room
@testable import airlock_room

/// What stays in the process of `open` when the custodian comes and goes.
@Suite struct CustodianEntranceTests {
  private static let passphrase = Array("correct horse battery of custodian".utf8)

  private final class World {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let desk = OpenDesk()
    let entrance: CustodianEntrance

    init() throws {
      let room = try Workroom.atFirst(home: RoomHome(folder.path), context: .system)
      entrance = CustodianEntrance(room: room, desk: desk, finder: nil, tasksMayHaveCome: {})
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
  }

  @Test("The custodian's keys go when they sign out")
  func keysGo() throws {
    let world = try World()
    var session: (any CustodianSession)? = try world.entrance.makeRoom(
      name: "A", passphrase: Self.passphrase)
    weak let custodian = (session as? CustodianAtWork)?.custodian
    #expect(custodian != nil && world.entrance.isBusy)
    session?.close()
    session = nil
    #expect(custodian == nil)
    #expect(!world.entrance.isBusy)
  }

  @Test("A room whose name would break a line of a page is not made")
  func nameOfARoom() throws {
    let world = try World()
    #expect(throws: Failure.self) {
      _ = try world.entrance.makeRoom(name: "A\nB", passphrase: Self.passphrase)
    }
    #expect(!world.entrance.hasRoom)
  }

  @Test("A network that was seen before anybody signed in is kept once somebody does")
  func earlyNetwork() throws {
    let world = try World()
    try world.entrance.makeRoom(name: "A", passphrase: Self.passphrase).close()
    try world.desk.note(.network(isUp: true, at: 1_000))
    try world.desk.note(.network(isUp: false, at: 2_000))
    let session = try world.entrance.signIn(passphrase: Self.passphrase)
    let custodian = try #require((session as? CustodianAtWork)?.custodian)
    #expect(try custodian.register.events.newest() == 2)
    _ = try session.overview()
    #expect(try custodian.register.events.newest() == 2, "each of them once")
    session.close()
  }
}
