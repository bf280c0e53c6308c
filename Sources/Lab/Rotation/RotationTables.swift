/// What rotations need in lab.sqlite.
enum RotationTables {
  static let statements = [
    "ALTER TABLE identities ADD COLUMN retired INTEGER",
    // number counts the rotations of a project.
    """
    CREATE TABLE rotations (
      id INTEGER PRIMARY KEY, project BLOB NOT NULL REFERENCES projects, number INTEGER NOT NULL,
      began INTEGER NOT NULL, done INTEGER, UNIQUE (project, number)
    ) STRICT
    """,
    // The keys that one replaces. kind: a role, `result` or `room`; key: as people compare it;
    // channel: of a room's key.
    """
    CREATE TABLE rotation_keys (
      rotation INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, channel BLOB,
      PRIMARY KEY (rotation, kind, key)
    ) STRICT
    """,
    // The order that told a room.
    """
    CREATE TABLE rotation_orders (
      rotation INTEGER NOT NULL, channel BLOB NOT NULL, sequence INTEGER NOT NULL,
      PRIMARY KEY (rotation, channel)
    ) STRICT
    """,
  ]
}
