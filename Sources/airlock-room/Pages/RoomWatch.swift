import CommandSupport
import Isolation
import Room
import Vocabulary

/// Looks about the machine while the workbench is open, and tells the logs what it sees.
final class RoomWatch {
  private let network: NetworkGuard
  private let swap: SwapWatch
  private let context: Context
  private var hadSwap = false

  /// A watch that has seen nothing yet: what is there at its first look is told too.
  init(network: NetworkGuard, swap: SwapWatch, context: Context) {
    self.network = network
    self.swap = swap
    self.context = context
  }

  private static func words(isUp: Bool, isLocked: Bool) -> String {
    guard isUp else { return "the network is down again" }
    return isLocked
      ? "a network is up: the pages are locked until it is switched off"
      : "a network is up, which --allow-network lets pass; every log says so"
  }

  /// Looks once; gives what has changed, for the logs, and says it on standard error.
  func look() -> [RoomEvent] {
    var events: [RoomEvent] = []
    if let isUp = network.change() {
      events.append(.network(isUp: isUp, at: context.now()))
      Output.complain(Self.words(isUp: isUp, isLocked: network.reason() != nil))
    }
    let places = swap.places()
    if hadSwap != !places.isEmpty {
      hadSwap = !places.isEmpty
      if hadSwap {
        events.append(.swap(at: context.now()))
      }
    }
    return events
  }
}
