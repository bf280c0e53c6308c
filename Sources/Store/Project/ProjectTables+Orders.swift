extension ProjectTables {
  /// What orders leave in a project's store.
  static let orders = Migration(
    name: "project/orders",
    statements: [
      // What the lab writes to people; act and person: of the question that a reply answers.
      "CREATE TABLE notices(sequence INTEGER PRIMARY KEY, manifest BLOB UNIQUE NOT NULL, "
        + "kind TEXT NOT NULL, text TEXT NOT NULL, act BLOB, person BLOB, at INTEGER NOT NULL)",
      // Tasks that go to nobody else than those who were shown them before the recall.
      "CREATE TABLE recalled(task BLOB PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID",
      // Who was shown what, as the log's leaves say: person and task in hexadecimal.
      "CREATE TABLE shown(task TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY(task, person)) "
        + "WITHOUT ROWID",
      "INSERT OR IGNORE INTO shown SELECT json_extract(CAST(line AS TEXT), '$.task'), "
        + "json_extract(CAST(line AS TEXT), '$.person') FROM event_leaf "
        + "WHERE json_extract(CAST(line AS TEXT), '$.event') = 'shown'",
    ])
}
