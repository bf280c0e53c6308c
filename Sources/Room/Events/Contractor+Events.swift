import Cryptography
import Store
import Synchronization
import Vocabulary

extension Contractor {
  /// A process has `room.sqlite` open once at a time.
  private static let register = Mutex(())

  /// Keeps room-wide events for every project's log. No project is opened for it.
  ///
  /// False where they could not be kept now, because the person has no grant or the custodian has
  /// the register open: try again later.
  public func keep(_ events: [RoomEvent]) throws -> Bool {
    let project = try projects().first { (try? grant(home.grant($0, who), $0)) != nil }
    return try project.map { try withEvents(of: $0) { try $0.keep(events) } } ?? false
  }

  /// Writes what happened in the room since this project was last open, or since the last call,
  /// into its log.
  public func takeRoomEvents(into desk: Desk) throws {
    _ = try withEvents(of: desk.project) {
      try $0.deliver(to: desk.store, of: desk.project, now: context.now())
    }
  }

  private func withEvents(of project: ID, _ body: (RoomEvents) throws -> Void) throws -> Bool {
    try Self.register.withLock { _ in
      do {
        let grant = try grant(home.grant(project, who), project)
        let register = try PeopleRegister(
          path: home.roomDatabase, key: grant.roomKey, create: false)
        defer { try? register.close() }
        try body(register.events)
        return true
      } catch let failure as StoreFailure where failure.reason == .locked {
        return false
      }
    }
  }
}
