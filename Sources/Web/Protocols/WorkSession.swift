public import Vocabulary

/// One signed-in person. Ends with `close`, which forgets every key that the session holds.
public protocol WorkSession: AnyObject, Sendable {
  /// The person's name, as the room knows it. It never leaves the room.
  var displayName: String { get }

  /// The projects that this person was granted, with the state of their own queue.
  func projects() throws -> [ProjectCard]

  /// Opens a project's store; throws `Failure(.notPermitted)` without a grant.
  func open(_ project: ID) throws -> any ProjectDesk

  /// What the person did from a moment on, in each project; milliseconds since 1970 UTC.
  func hours(since: Int64) throws -> [ProjectHours]

  /// The person's sittings in a project's log, the newest first. The project isn't opened for it.
  func sittings(in project: ID) throws -> [DeskSitting]

  /// The leaves of a project's log that name the person, from one on, in their order.
  func leaves(in project: ID, from index: Int64) throws -> [DeskLeaf]

  /// The person's settings, JSON that only the pages read; nil where there are none.
  func settings() throws -> [UInt8]?

  /// Keeps the person's settings. Durable on return.
  func keepSettings(_ body: [UInt8]) throws

  /// Signs out. Drafts stay; no call follows.
  func close()
}
