import Store
import Vocabulary

/// Decides, from a room's verified log, which of the tasks that were taken back nobody was shown.
///
/// A task comes back only where one unbroken life of the log holds both the import of the bundle
/// that brought it and the import of the order that takes it back, and no leaf that the lab ever
/// verified of this room says that somebody was shown it or did something with it. From that order
/// on the room shows it to nobody. A restore between the two proves nothing: leaves that were lost
/// with it might have said otherwise.
struct RecallSettlement {
  let sql: SQL
  let channel: ID
  let now: Int64

  /// What was decided.
  struct Outcome: Equatable {
    var returned = 0
    var kept = 0
  }

  func run() throws -> Outcome {
    var outcome = Outcome()
    let asked = try Recalls(sql: sql).asked(in: channel)
    guard !asked.isEmpty else { return outcome }
    let seen = SeenTasks(sql: sql)
    let logs = Array(try seen.imports(in: channel).values)
    let shown = try seen.tasks(in: channel)
    let bundles = Bundles(sql: sql, channel: channel)
    for recall in asked {
      let order = try bundles.manifest(recall.order)
      let bundle = try bundles.manifest(recall.bundle)
      guard logs.contains(where: { $0[recall.order] == order }) else { continue }
      let isProven = logs.contains { $0[recall.order] == order && $0[recall.bundle] == bundle }
      let isBack = isProven && !shown.contains(recall.task)
      try Recalls(sql: sql).set(recall.task, isBack ? .returned : .kept, at: now)
      if isBack { outcome.returned += 1 } else { outcome.kept += 1 }
    }
    return outcome
  }
}
