import Store
import Vocabulary

extension OrderApplication {
  /// Tasks that nobody was shown leave the room. Those that somebody was shown stay with them, who
  /// may finish what they began, and are given to nobody else.
  ///
  /// The lab doesn't take this room's word for it: it gives a task to others only once a later
  /// archive's log proves that it was never shown. Throws `recall-task` for a task that never came
  /// here.
  func recall(_ tasks: [Digest]) throws -> OrderEffect {
    var gone = 0
    var stay = 0
    for task in tasks {
      let isHere = try store.hasTask(task)
      guard try isHere || store.isRecalled(task) else {
        throw Refusal("recall-task", "the lab takes back a task that never came to this room")
      }
      try store.insertRecalled(task, sequence: sequence)
      if isHere, try !store.wasShown(task), try !store.isWorkedOn(task) {
        try store.removeTask(task)
        gone += 1
      } else if isHere {
        stay += 1
      }
    }
    return effect(of: "recall", Self.lines(gone: gone, stay: stay))
  }

  private static func lines(gone: Int, stay: Int) -> [String] {
    var lines: [String] = []
    if gone > 0 { lines.append("Tasks that nobody had seen, and that are gone now: \(gone).") }
    if stay > 0 {
      lines.append("Tasks that were shown already and stay with whoever saw them: \(stay).")
    }
    return lines
  }
}
