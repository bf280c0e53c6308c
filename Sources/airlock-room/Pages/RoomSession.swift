import Room
import Store
import Synchronization
import Vocabulary
import Web

/// One signed-in person, for the pages.
final class RoomSession: WorkSession {
  private let contractor: Contractor
  private let only: ID?
  /// Each project's desk stays open from its first use to the end of the session, so that one
  /// opening has one `opened` leaf.
  private let desks = Mutex<[ID: RoomDesk]>([:])
  private let done = Mutex(false)

  init(_ contractor: Contractor, only: ID?) {
    self.contractor = contractor
    self.only = only
  }

  var displayName: String { contractor.name }

  func projects() throws -> [ProjectCard] {
    try granted().compactMap { project in
      let desk = try desk(project)
      guard let title = try desk.desk.title() else { return nil }
      let counts = try desk.desk.counts()
      return ProjectCard(
        id: project, codename: title.codename, version: title.version, total: counts.total,
        answered: counts.answered, skipped: counts.skipped, drafts: counts.drafts)
    }
  }

  func open(_ project: ID) throws -> any ProjectDesk {
    guard try granted().contains(project) else {
      throw Failure(.notPermitted, "\(contractor.name) has no grant for this project")
    }
    return try desk(project)
  }

  func close() {
    let open = desks.withLock { desks in
      defer { desks = [:] }
      return Array(desks.values)
    }
    for desk in open {
      // Everything that was acknowledged is on the disk; a missing `closed` leaf loses no work.
      try? desk.desk.close()
    }
  }

  /// Whether every queue of this person is finished. Asked often: a session that has been done
  /// once and is closed stays done.
  var isDone: Bool {
    let open = desks.withLock { Array($0.values) }
    guard !open.isEmpty else { return done.withLock { $0 } }
    let finished = open.allSatisfy { (try? $0.desk.counts().open) == 0 }
    done.withLock { $0 = finished }
    return finished
  }

  private func granted() throws -> [ID] {
    try contractor.projects().filter { only == nil || $0 == only }
  }

  private func desk(_ project: ID) throws -> RoomDesk {
    if let open = desks.withLock({ $0[project] }) { return open }
    let desk = RoomDesk(try contractor.desk(project))
    desks.withLock { $0[project] = desk }
    return desk
  }
}
