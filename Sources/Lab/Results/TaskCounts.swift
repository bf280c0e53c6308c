import Store
import Vocabulary

/// How many tasks went out to a room, and how many of them nobody there has answered or skipped, as
/// far as the lab has heard.
struct TaskCounts {
  /// Tasks that went out.
  let all: Int64
  /// Those without an answer or a skip that counts. A practice task is none, and what came back
  /// from a recall is nobody's there any more.
  let open: Int64

  init(of channel: ID, _ sql: SQL) throws {
    let counts = try sql.first(
      """
      SELECT count(*), count(CASE WHEN
        NOT EXISTS (SELECT 1 FROM standings WHERE task = tasks.hash
          AND kind IN ('answer', 'revise', 'skip'))
        AND NOT \(Recalls.isBack("tasks.hash")) THEN 1 END)
      FROM tasks WHERE channel = ?
      """, .bytes(channel))
    all = try counts?.integer(0) ?? 0
    open = try counts?.integer(1) ?? 0
  }
}
