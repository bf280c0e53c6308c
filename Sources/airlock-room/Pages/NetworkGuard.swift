import Isolation
import Synchronization
import Vocabulary

/// Refuses to work beside a network: at the start, and again before everything the pages do.
///
/// Made before the wall is closed: its files go on showing the host.
final class NetworkGuard: Sendable {
  private let watch: InterfaceWatch
  private let isAllowed: Bool
  /// Interfaces that had a link before: kernels and container services leave virtual ones about.
  private let before: Set<String>
  private let wasUp = Mutex(false)

  /// Throws `Failure` when a network interface is up and that isn't allowed.
  init(allowed: Bool) throws {
    watch = try InterfaceWatch()
    isAllowed = allowed
    before = try watch.look().linked
    if let reason = reason() {
      throw Failure(
        .refused, "\(reason) Disconnect it, or give --allow-network if that is meant.")
    }
  }

  /// One line about the network that is up; nil when there is none, or it is allowed.
  func reason() -> String? { isAllowed ? nil : network() }

  /// Whether a network came up (true) or went (false) since this was last asked; nil for neither.
  func change() -> Bool? {
    let isUp = network() != nil
    return wasUp.withLock { wasUp in
      guard wasUp != isUp else { return nil }
      wasUp = isUp
      return isUp
    }
  }

  private func network() -> String? {
    do {
      let now = try watch.look()
      if let network = now.networks.first { return "A network connection is up: \(network)." }
      // Whatever comes up while people work is meant for something.
      guard let new = now.linked.subtracting(before).min() else { return nil }
      return "A network connection is up: \(new) came up while the workbench was open."
    } catch {
      // What can't be seen must be taken for a network.
      return "Whether a network is up can't be told: \(error)."
    }
  }
}
