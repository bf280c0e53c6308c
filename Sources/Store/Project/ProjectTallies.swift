/// Counts that the database itself keeps beside the rows they count: a page shows them with every
/// task, and counting 100,000 rows there would cost more than all else it does.
enum ProjectTallies {
  /// `tallies` holds how many tasks of the queue stand at each kind, for each person, and under an
  /// empty person how many tasks there are. What isn't in the queue (practice, what was recalled)
  /// counts in nothing.
  static let migration = Migration(
    name: "project/tallies",
    statements: [
      "CREATE TABLE tallies(person BLOB NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL, "
        + "PRIMARY KEY(person, kind)) WITHOUT ROWID",
      "INSERT INTO tallies SELECT x'', 'task', COUNT(*) FROM tasks",
      "INSERT INTO tallies SELECT person, kind, COUNT(*) FROM standing "
        + "WHERE task IN (SELECT hash FROM tasks) GROUP BY person, kind",
      "CREATE TRIGGER task_added AFTER INSERT ON tasks BEGIN "
        + "UPDATE tallies SET count = count + 1 WHERE person = x'' AND kind = 'task'; "
        + "INSERT INTO tallies SELECT s.person, s.kind, 1 \(standings(on: "new.hash")) "
        + "WHERE true \(oneMore)END",
      "CREATE TRIGGER task_removed AFTER DELETE ON tasks BEGIN "
        + "UPDATE tallies SET count = count - 1 WHERE (person = x'' AND kind = 'task') "
        + "OR (person, kind) IN (SELECT s.person, s.kind \(standings(on: "old.hash"))); END",
      "CREATE TRIGGER standing_added AFTER INSERT ON standing WHEN \(isQueued) BEGIN "
        + addition + "END",
      "CREATE TRIGGER standing_changed AFTER UPDATE OF kind ON standing "
        + "WHEN old.kind <> new.kind AND \(isQueued) BEGIN "
        + "UPDATE tallies SET count = count - 1 WHERE person = old.person AND kind = old.kind; "
        + addition + "END",
    ])

  private static let isQueued = "EXISTS (SELECT 1 FROM tasks WHERE hash = new.task)"

  private static let oneMore = "ON CONFLICT(person, kind) DO UPDATE SET count = count + 1; "

  private static let addition = "INSERT INTO tallies VALUES (new.person, new.kind, 1) \(oneMore)"

  /// The standings on one task, found through the people: standings are ordered by person.
  private static func standings(on task: String) -> String {
    "FROM people p JOIN standing s ON s.person = p.person AND s.task = \(task) "
  }
}
