import Store
import Vocabulary

/// Whether new tasks may be opened: not while the lab has paused the project or wants it destroyed,
/// nor when the lease is spent. Drafts, what is on screen, hours and results go on in any case.
struct Gate {
  private let lease: Lease
  /// What the lab wrote with the order that closes the project.
  let pause: Pause?

  init(in store: ProjectTransaction) throws {
    lease = try Lease(in: store)
    pause = try Pause(in: store)
  }

  var isClosed: Bool { pause != nil || lease.isSpent }

  /// Throws `Failure` with the reason, and with what a person can do.
  func requireOpen() throws {
    if let pause { throw Failure(.refused, pause.line) }
    guard lease.isSpent else { return }
    throw Failure(
      .refused,
      "The lab has not answered for \(lease.acts) answers, so no new task can be opened. "
        + "Nothing is lost: take a stick to the lab and back.")
  }
}
