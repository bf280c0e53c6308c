import Store

/// Practice tasks in lab.sqlite. They are no records and no tasks: nothing counts them.
enum PracticeTables {
  static let migration = Migration(
    name: "lab/practice",
    statements: [
      """
      CREATE TABLE practice (
        project BLOB PRIMARY KEY REFERENCES projects, hash BLOB NOT NULL, file TEXT NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT
      """,
      // The practice.jsonl, by the hash of its source, that a channel had last.
      "CREATE TABLE practice_sent (channel BLOB PRIMARY KEY, hash BLOB NOT NULL) STRICT",
      """
      CREATE TABLE practice_tasks (
        hash BLOB PRIMARY KEY, channel BLOB NOT NULL, sequence INTEGER NOT NULL,
        place INTEGER NOT NULL, line BLOB NOT NULL, UNIQUE (channel, sequence, place)
      ) STRICT
      """,
    ])
}
