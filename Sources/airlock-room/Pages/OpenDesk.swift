import Room
import Synchronization
import Vocabulary

/// The one project that is open. A process holds one project's key at a time (design.md, "Why it
/// exists"): whoever opens another closes this one, with its leaf.
final class OpenDesk: Sendable {
  private struct Seat {
    let contractor: Contractor
    let project: ID
    let desk: Desk
  }

  private let seat = Mutex<Seat?>(nil)
  private let waiting = WaitingEvents()

  /// The project's desk for this person, opened now or still open.
  func desk(_ contractor: Contractor, _ project: ID) throws -> Desk {
    if let open = open(contractor, project) { return open }
    close()
    try writeEvents(contractor.keep)
    let desk = try contractor.desk(project)
    seat.withLock { $0 = Seat(contractor: contractor, project: project, desk: desk) }
    return desk
  }

  /// Notes what happened in the whole room: at once where a project is open, else as soon as
  /// somebody signs in who can write it down.
  func note(_ event: RoomEvent) throws {
    waiting.add(event)
    guard let open = seat.withLock({ $0 }) else { return }
    try writeEvents(open.contractor.keep)
    try open.contractor.takeRoomEvents(into: open.desk)
  }

  /// Has what was noted and not written down yet kept by `keep`, which says whether it could.
  func writeEvents(_ keep: ([RoomEvent]) throws -> Bool) throws { try waiting.give(to: keep) }

  /// How a project stands, without opening it for work.
  func glance(_ contractor: Contractor, _ project: ID) throws -> ProjectGlance? {
    try look(contractor, project) { try $0.glance() }
  }

  /// Looks into a project without opening it for work: the log says nothing of it.
  func look<Value>(
    _ contractor: Contractor, _ project: ID, _ body: (Desk) throws -> Value
  ) throws -> Value {
    if let open = open(contractor, project) { return try body(open) }
    close()
    return try contractor.look(at: project, body)
  }

  /// Closes what this person has open.
  func close(for contractor: Contractor) {
    if seat.withLock({ $0?.contractor === contractor }) { close() }
  }

  /// Closes what is open. Everything that was acknowledged is on the disk already; a `closed` leaf
  /// that can't be written loses no work.
  func close() {
    let open = seat.withLock { seat in
      defer { seat = nil }
      return seat
    }
    try? open?.desk.close()
  }

  private func open(_ contractor: Contractor, _ project: ID) -> Desk? {
    seat.withLock { seat in
      guard let seat, seat.contractor === contractor, seat.project == project else { return nil }
      return seat.desk
    }
  }
}
