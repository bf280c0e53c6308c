import Room
import Store
import Vocabulary
import Web

/// One signed-in person, for the pages.
final class RoomSession: WorkSession {
  private let contractor: Contractor
  private let only: ID?
  private let seat: OpenDesk
  private let queues: OpenQueues

  /// `queues` is told of every count.
  init(_ contractor: Contractor, only: ID?, seat: OpenDesk, queues: OpenQueues) {
    self.queues = queues
    self.contractor = contractor
    self.only = only
    self.seat = seat
  }

  var displayName: String { contractor.name }

  func projects() throws -> [ProjectCard] {
    try granted().compactMap { project in
      let found = try StoreTrouble.told { try seat.glance(contractor, project) }
      guard let glance = found else { return nil }
      note(glance.counts, of: project)
      let counts = glance.counts
      return ProjectCard(
        id: project, codename: glance.codename, version: glance.version, total: counts.total,
        answered: counts.answered, skipped: counts.skipped, drafts: counts.drafts,
        notes: RoomViews.notes(glance))
    }
  }

  /// Counts what is left of each project for which something has come.
  func countQueues() throws {
    for project in try granted() {
      let counts = try StoreTrouble.told {
        try seat.look(contractor, project) { desk in
          try desk.codename().map { _ in try desk.counts() }
        }
      }
      if let counts { note(counts, of: project) }
    }
  }

  func hours(since: Int64) throws -> [ProjectHours] {
    try granted().compactMap { project in
      try StoreTrouble.told {
        try seat.look(contractor, project) { desk in
          guard let codename = try desk.codename() else { return nil }
          return RoomViews.hours(try desk.hours(since: since), project, codename)
        }
      }
    }
  }

  func sittings(in project: ID) throws -> [DeskSitting] {
    try looking(project) { try $0.sittings().map(RoomViews.sitting) }
  }

  func leaves(in project: ID, from index: Int64) throws -> [DeskLeaf] {
    try looking(project) { desk in
      try desk.mentions(from: index).map {
        DeskLeaf(index: $0.leaf, event: $0.event, at: $0.at)
      }
    }
  }

  func settings() throws -> [UInt8]? { try contractor.settings() }

  func keepSettings(_ body: [UInt8]) throws { try contractor.keepSettings(body) }

  func open(_ project: ID) throws -> any ProjectDesk {
    guard try granted().contains(project) else {
      throw Failure(.notPermitted, "\(contractor.name) has no grant for this project")
    }
    let codename = try StoreTrouble.told { try desk(project).codename() }
    return RoomDesk(project: project, codename: codename ?? "", session: self)
  }

  func close() { seat.close(for: contractor) }

  /// The project's desk, opened again where somebody else's took its place meanwhile.
  func desk(_ project: ID) throws -> Desk { try seat.desk(contractor, project) }

  /// Remembers how much is left of a project.
  func note(_ counts: QueueCounts, of project: ID) { queues.note(counts, of: project) }

  /// Looks into a granted project without opening it for work.
  private func looking<Value>(_ project: ID, _ body: (Desk) throws -> Value) throws -> Value {
    guard try granted().contains(project) else {
      throw Failure(.notPermitted, "\(contractor.name) has no grant for this project")
    }
    return try StoreTrouble.told { try seat.look(contractor, project, body) }
  }

  private func granted() throws -> [ID] {
    try contractor.projects().filter { only == nil || $0 == only }
  }
}
