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

  /// The project's desk for this person, opened now or still open.
  func desk(_ contractor: Contractor, _ project: ID) throws -> Desk {
    if let open = open(contractor, project) { return open }
    close()
    let desk = try contractor.desk(project)
    seat.withLock { $0 = Seat(contractor: contractor, project: project, desk: desk) }
    return desk
  }

  /// How a project stands, without opening it for work.
  func glance(_ contractor: Contractor, _ project: ID) throws -> ProjectGlance? {
    if let open = open(contractor, project) { return try open.glance() }
    close()
    return try contractor.glance(at: project)
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
