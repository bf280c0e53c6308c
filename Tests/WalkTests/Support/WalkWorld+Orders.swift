import BundleFormat
import Exchange
import Store
import Vocabulary

@testable import Lab
@testable import Room

extension WalkWorld {
  /// The lab gives an order to the room, onto the stick.
  @discardableResult
  func order(_ order: Order, on drive: (any Drive)? = nil) throws -> OrderReport {
    try lab.give(order.name, to: OrderAddress(project: "siskin"), on: drive ?? stick) { _, _ in
      [OrderLetter(order: order)]
    }
  }

  /// The orders that a room's sync took in.
  func taken(_ report: Room.SyncReport) -> [String] {
    report.channels.flatMap(\.orders).map(\.name)
  }

  /// The first task of Ann's queue that she was not shown, without showing it to her.
  func unseen() throws -> Digest? {
    try channel { _, channel in
      try channel.store.read { store in
        var found: Digest?
        var position: Int64 = 1
        while let task = try store.task(from: position, person: Self.nobody) {
          if try !store.wasShown(task.hash) {
            found = task.hash
            break
          }
          position = task.position + 1
        }
        return found
      }
    }
  }

  static let nobody = ID(unchecked: [UInt8](repeating: 0, count: ID.length))

  /// The log's lines, as text.
  func logLines() throws -> [String] {
    try channel { _, channel in
      try channel.store.read { store in
        var lines: [String] = []
        try store.log.lines(from: 0, to: store.log.size()) {
          lines.append(String(decoding: $0, as: UTF8.self))
        }
        return lines
      }
    }
  }
}
