import Room
import Synchronization

/// What happened in the whole room while nobody was there whose keys could write it down.
final class WaitingEvents: Sendable {
  private let events = Mutex<[RoomEvent]>([])

  func add(_ event: RoomEvent) { events.withLock { $0.append(event) } }

  /// Gives all of them to `keep`; they go on waiting where it throws or says that it could not.
  func give(to keep: ([RoomEvent]) throws -> Bool) throws {
    try events.withLock { events in
      guard !events.isEmpty, try keep(events) else { return }
      events = []
    }
  }
}
