import Synchronization

/// The workbench, once the port is known that its gate must check.
///
/// A connection may come in between; until then it is told to come back.
final class LateWorkbench: Sendable {
  private let held = Mutex<Workbench?>(nil)

  /// The workbench, or nil in the moment after the port was bound.
  var value: Workbench? { held.withLock { $0 } }

  /// Gives the workbench, once.
  func set(_ workbench: Workbench) { held.withLock { $0 = workbench } }
}
