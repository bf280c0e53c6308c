import Synchronization

/// Gives a request from the event loop to the worker so that nobody else keeps it: only then is
/// wiping its body wiping the only copy.
final class Handover: Sendable {
  private let held: Mutex<Request?>

  init(_ request: Request) { held = Mutex(request) }

  /// The request, the first time; nil after that.
  func take() -> Request? {
    held.withLock { held in
      defer { held = nil }
      return held
    }
  }
}
