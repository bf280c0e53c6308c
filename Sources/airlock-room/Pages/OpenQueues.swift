import Store
import Synchronization
import Vocabulary

/// How many open tasks somebody's projects have, as they were last counted. It outlives the
/// person's session, which must be gone with its keys once they sign out.
final class OpenQueues: Sendable {
  private let open = Mutex<[ID: Int]>([:])

  /// Remembers how much is left of a project.
  func note(_ counts: QueueCounts, of project: ID) {
    open.withLock { $0[project] = counts.open }
  }

  /// Tasks may have come: nothing is known of the queues until they are counted again.
  func forget() { open.withLock { $0 = [:] } }

  /// Whether the queues are known and every one of them is finished.
  var areDone: Bool {
    open.withLock { open in !open.isEmpty && open.values.allSatisfy { $0 == 0 } }
  }
}
