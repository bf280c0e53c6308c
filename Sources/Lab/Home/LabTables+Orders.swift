import Store

extension LabTables {
  /// What orders and sticks leave in lab.sqlite.
  static let orders = Migration(
    name: "lab/orders",
    statements: [
      // kind: frozen, wiped or revoked, and since when.
      """
      CREATE TABLE channel_states (
        channel BLOB NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (channel, kind)
      ) STRICT, WITHOUT ROWID
      """,
      // sequence: of the order. state: asked; returned, once the room's log proves that nobody was
      // shown the task; kept, where somebody was; reissued, when another room got its record.
      """
      CREATE TABLE recalls (
        task BLOB PRIMARY KEY, channel BLOB NOT NULL, sequence INTEGER NOT NULL,
        state TEXT NOT NULL, at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID
      """,
      "CREATE INDEX recalls_of_channels ON recalls (channel, state)",
      // What was put on which stick: a version of the metadata and the bundles that it lists.
      """
      CREATE TABLE deliveries (
        id INTEGER PRIMARY KEY, channel BLOB NOT NULL, at INTEGER NOT NULL, stick TEXT NOT NULL,
        version INTEGER NOT NULL, first INTEGER, last INTEGER
      ) STRICT
      """,
      "CREATE INDEX deliveries_of_channels ON deliveries (channel)",
    ])
}
