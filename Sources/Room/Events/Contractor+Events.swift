import Cryptography
import Store
import Synchronization
import Vocabulary

extension Contractor {
  /// A process has `room.sqlite` open once at a time.
  private static let register = Mutex(())

  /// Keeps room-wide events, and writes them into the log of the project that is open.
  ///
  /// False where they could not be kept now, because the custodian has the register open: try
  /// again later.
  public func keep(_ events: [RoomEvent], desk: Desk) throws -> Bool {
    try withEvents(of: desk.project) {
      try $0.keep(events)
      try $0.deliver(to: desk.store, of: desk.project, now: context.now())
    }
  }

  /// Writes what happened in the room since this project was last open into its log.
  func takeRoomEvents(into desk: Desk) throws {
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
