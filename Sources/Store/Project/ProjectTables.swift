/// The tables of `projects/<project>.sqlite` in a room.
enum ProjectTables {
  /// In the order in which they are applied. Never change one that has shipped: add another.
  static let migrations: [Migration] = [
    Migration(
      name: "project/1",
      statements: [
        "CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE schemas(hash BLOB PRIMARY KEY, version INTEGER UNIQUE NOT NULL, "
          + "body BLOB NOT NULL)",
        "CREATE TABLE guidelines(hash BLOB PRIMARY KEY, body BLOB NOT NULL)",
        "CREATE TABLE assets(hash BLOB PRIMARY KEY, body BLOB NOT NULL)",
        "CREATE TABLE bundles(sequence INTEGER PRIMARY KEY, manifest BLOB UNIQUE NOT NULL, "
          + "kind TEXT NOT NULL, issued INTEGER NOT NULL)",
        "CREATE TABLE orders(sequence INTEGER PRIMARY KEY, body BLOB NOT NULL)",
        "CREATE TABLE tasks(position INTEGER PRIMARY KEY, hash BLOB UNIQUE NOT NULL, "
          + "line BLOB NOT NULL, schema BLOB NOT NULL, guidelines BLOB NOT NULL, "
          + "bundle INTEGER NOT NULL)",
        "CREATE TABLE practice(position INTEGER PRIMARY KEY, hash BLOB UNIQUE NOT NULL, "
          + "line BLOB NOT NULL, schema BLOB NOT NULL, bundle INTEGER NOT NULL)",
        "CREATE TABLE drafts(person BLOB NOT NULL, task BLOB NOT NULL, number INTEGER NOT NULL, "
          + "body BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(person, task)) WITHOUT ROWID",
        "CREATE TABLE people(person BLOB PRIMARY KEY, key BLOB NOT NULL, n INTEGER NOT NULL, "
          + "last BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE acts(leaf INTEGER PRIMARY KEY, hash BLOB UNIQUE NOT NULL, "
          + "person BLOB NOT NULL, body BLOB NOT NULL)",
        "CREATE TABLE standing(person BLOB NOT NULL, task BLOB NOT NULL, kind TEXT NOT NULL, "
          + "act BLOB NOT NULL, answer BLOB, revisions INTEGER NOT NULL, at INTEGER NOT NULL, "
          + "PRIMARY KEY(person, task)) WITHOUT ROWID",
        "CREATE TABLE exports(sequence INTEGER PRIMARY KEY, first INTEGER NOT NULL, "
          + "size INTEGER NOT NULL, root BLOB NOT NULL, nonce BLOB NOT NULL, "
          + "note BLOB NOT NULL, archive BLOB NOT NULL, receipted INTEGER NOT NULL DEFAULT 0)",
        "CREATE TABLE alarms(id INTEGER PRIMARY KEY, code TEXT NOT NULL, hash BLOB, "
          + "at INTEGER NOT NULL)",
      ]),
    EventLog.migration,
    ProjectTallies.migration,
    ProjectTables.orders,
    WorkerTables.migration,
    WorkerTables.indexes,
  ]
}
