import Isolation
import Vocabulary

/// Refuses to work beside a network: at the start, and again before everything the pages do.
final class NetworkGuard: Sendable {
  /// Nil where a network was allowed, which the command line says.
  private let watch: InterfaceWatch?

  /// Throws `Failure` when a network interface is up and that isn't allowed.
  init(allowed: Bool) throws {
    watch = allowed ? nil : try InterfaceWatch()
    if let reason = reason() {
      throw Failure(
        .refused, "\(reason) Disconnect it, or give --allow-network if that is meant.")
    }
  }

  /// One line about the network that is up; nil when there is none, or it is allowed.
  func reason() -> String? {
    guard let watch else { return nil }
    do {
      guard let network = try watch.look().networks.first else { return nil }
      return "A network connection is up: \(network)."
    } catch {
      // What can't be seen must be taken for a network.
      return "Whether a network is up can't be told: \(error)."
    }
  }
}
