/// The tables of what belongs to a person: an index of their acts, the leaves that name them, their
/// hours, and the versions of the guidelines.
///
/// Keyed by epoch where leaves are counted, since a log that begins anew counts from 0 again.
enum WorkerTables {
  static let migration = Migration(
    name: "project/worker",
    statements: [
      "CREATE TABLE deeds(hash BLOB PRIMARY KEY, epoch BLOB NOT NULL, leaf INTEGER NOT NULL, "
        + "person BLOB NOT NULL, kind TEXT NOT NULL, task BLOB, guidelines BLOB NOT NULL, "
        + "notice BLOB, at INTEGER NOT NULL, active INTEGER NOT NULL, "
        + "scripted INTEGER NOT NULL) WITHOUT ROWID",
      "CREATE INDEX deeds_of_people ON deeds(person, task)",
      "CREATE TABLE mentions(person BLOB NOT NULL, epoch BLOB NOT NULL, leaf INTEGER NOT NULL, "
        + "event TEXT NOT NULL, act BLOB, at INTEGER NOT NULL, "
        + "PRIMARY KEY(person, epoch, leaf)) WITHOUT ROWID",
      "CREATE TABLE attention(person BLOB NOT NULL, cell INTEGER NOT NULL, ms INTEGER NOT NULL, "
        + "first INTEGER NOT NULL, last INTEGER NOT NULL, "
        + "PRIMARY KEY(person, cell)) WITHOUT ROWID",
      "CREATE TABLE running(person BLOB NOT NULL, task BLOB NOT NULL, ms INTEGER NOT NULL, "
        + "PRIMARY KEY(person, task)) WITHOUT ROWID",
      "CREATE TABLE guideline_versions(version INTEGER PRIMARY KEY, hash BLOB NOT NULL)",
      "INSERT INTO guideline_versions(hash) "
        + "SELECT guidelines FROM tasks GROUP BY guidelines ORDER BY min(position)",
    ])

  /// What is asked with every act, every task and every letter, so that it costs the same after a
  /// year's acts as on the first day.
  static let indexes = Migration(
    name: "project/worker-indexes",
    statements: [
      "CREATE INDEX deeds_on_pages ON deeds(person, at, leaf) WHERE scripted = 0",
      "CREATE INDEX deeds_read ON deeds(person, notice) WHERE kind = 'read'",
      "CREATE INDEX deeds_flagged ON deeds(person, task) WHERE kind = 'flag'",
    ])
}
