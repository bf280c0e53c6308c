import BundleFormat
import Store
import Vocabulary

extension LabService {
  /// So many tasks fit into one order's 1 MiB, at 67 bytes each.
  private static let tasksInOrder = 10_000

  /// Takes tasks back from rooms: those named by hash or by their record's id, or where none is
  /// named all of which the lab hasn't seen that they were shown.
  ///
  /// What comes back is decided by the room's log, later (`RecallSettlement`). A room without such
  /// a task is told nothing. Throws `Failure` (bad input) for a name that fits no task.
  public func recall(
    _ names: [String], _ text: String, to address: OrderAddress
  ) throws -> OrderReport {
    var known: Set<String> = []
    let report = try give("recall", to: address) { giving, channel in
      let recalls = Recalls(sql: giving.sql)
      let tasks =
        try names.isEmpty
        ? recalls.unseen(in: channel.id)
        : names.flatMap { name in
          let found = try recalls.tasks(named: name, in: channel.id)
          if !found.isEmpty { known.insert(name) }
          return found
        }
      let parts = Self.parts(tasks)
      for (place, part) in parts.enumerated() {
        let sequence = channel.sequence + 1 + Int64(place)
        for task in part {
          try recalls.ask(task, channel.id, sequence: sequence, at: giving.context.now())
        }
      }
      return parts.map { OrderLetter(order: .recall(tasks: $0, text: text)) }
    } check: {
      if let name = names.first(where: { !known.contains($0) }) {
        throw Failure(.badInput, "\(name): no task of these rooms has that hash or record id")
      }
    }
    return report
  }

  private static func parts(_ tasks: [Digest]) -> [[Digest]] {
    stride(from: 0, to: tasks.count, by: tasksInOrder).map {
      Array(tasks[$0..<min($0 + tasksInOrder, tasks.count)])
    }
  }
}
