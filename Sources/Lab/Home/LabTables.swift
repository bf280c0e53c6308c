import Store

/// The tables of lab.sqlite.
///
/// What a person must not lose is here: keys, issued tasks with the mapping of their outputs, and
/// what was verified. Archives lie beside it, in the archive store, as the room sealed them.
enum LabTables {
  static let migrations = [
    EventLog.migration,
    Migration(name: "lab/1", statements: people + projects + channels + tasks + evidence),
    RootDrafts.migration,
    Migration(name: "epochs/1", statements: EpochTables.statements),
    Migration(name: "rotations/1", statements: RotationTables.statements),
    PracticeTables.migration,
    orders,
    Migration(
      name: "lab/2",
      statements: [
        // Nothing read them.
        "DROP TABLE bundle_assets",
        "ALTER TABLE bundles DROP COLUMN kind",
        "ALTER TABLE notes DROP COLUMN hash",
        "ALTER TABLE standings DROP COLUMN waiting",
      ]),
  ]

  private static let people = [
    """
    CREATE TABLE lab (
      one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL, made INTEGER NOT NULL
    ) STRICT
    """
  ]

  private static let projects = [
    """
    CREATE TABLE projects (
      id BLOB PRIMARY KEY, codename TEXT NOT NULL UNIQUE, made INTEGER NOT NULL,
      version INTEGER NOT NULL, guidelines BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE schemas (
      project BLOB NOT NULL REFERENCES projects, version INTEGER NOT NULL, hash BLOB NOT NULL,
      own BLOB NOT NULL, leaving BLOB NOT NULL, PRIMARY KEY (project, version)
    ) STRICT
    """,
    """
    CREATE TABLE guidelines (
      project BLOB NOT NULL REFERENCES projects, hash BLOB NOT NULL, bytes BLOB NOT NULL,
      PRIMARY KEY (project, hash)
    ) STRICT
    """,
    // An image that may not leave has a problem in place of hash and type.
    """
    CREATE TABLE assets (
      project BLOB NOT NULL REFERENCES projects, path TEXT NOT NULL, sha256 BLOB, type TEXT,
      problem TEXT, PRIMARY KEY (project, path)
    ) STRICT
    """,
    """
    CREATE TABLE asset_files (
      sha256 BLOB PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE roots (
      project BLOB NOT NULL REFERENCES projects, version INTEGER NOT NULL, file BLOB NOT NULL,
      PRIMARY KEY (project, version)
    ) STRICT
    """,
    """
    CREATE TABLE role_keys (
      project BLOB NOT NULL REFERENCES projects, role TEXT NOT NULL, seed BLOB NOT NULL,
      PRIMARY KEY (project, role)
    ) STRICT
    """,
    """
    CREATE TABLE identities (
      recipient TEXT PRIMARY KEY, project BLOB NOT NULL REFERENCES projects, secret BLOB NOT NULL,
      made INTEGER NOT NULL
    ) STRICT
    """,
  ]

  private static let channels = [
    "CREATE TABLE rooms (id BLOB PRIMARY KEY, card BLOB NOT NULL, made INTEGER NOT NULL) STRICT",
    // sequence, previous: of the newest bundle made. acknowledged: what the room has taken in.
    // version: of the newest metadata signed; written: the newest that reached a stick whole.
    """
    CREATE TABLE channels (
      id BLOB PRIMARY KEY, project BLOB NOT NULL REFERENCES projects,
      room BLOB NOT NULL REFERENCES rooms, key BLOB NOT NULL, seal TEXT NOT NULL,
      lease_acts INTEGER, lease_ms INTEGER,
      sequence INTEGER NOT NULL DEFAULT 0, previous BLOB NOT NULL,
      acknowledged INTEGER NOT NULL DEFAULT 0, echo BLOB, heard INTEGER,
      receipt_epoch BLOB, receipt_sequence INTEGER, receipt_size INTEGER, receipt_root BLOB,
      receipt_sent INTEGER NOT NULL DEFAULT 1,
      version INTEGER NOT NULL DEFAULT 0, written INTEGER NOT NULL DEFAULT 0,
      published BLOB, issued INTEGER NOT NULL DEFAULT 0,
      UNIQUE (project, room)
    ) STRICT
    """,
    // sealed_to: the recipient of the kept ciphertext, null while it has to be sealed.
    """
    CREATE TABLE bundles (
      channel BLOB NOT NULL REFERENCES channels, sequence INTEGER NOT NULL, kind TEXT NOT NULL,
      manifest BLOB NOT NULL, hash BLOB NOT NULL, made INTEGER NOT NULL, target TEXT NOT NULL,
      version INTEGER, guidelines BLOB, body BLOB, tasks INTEGER NOT NULL DEFAULT 0,
      sealed_hash BLOB, sealed_size INTEGER, sealed_to TEXT,
      PRIMARY KEY (channel, sequence)
    ) STRICT
    """,
    """
    CREATE TABLE bundle_assets (
      channel BLOB NOT NULL, sequence INTEGER NOT NULL, sha256 BLOB NOT NULL,
      PRIMARY KEY (channel, sequence, sha256)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE metadata (
      channel BLOB NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL,
      PRIMARY KEY (channel, place)
    ) STRICT
    """,
  ]

  private static let tasks = [
    // name: the record's id as compared; spelled: as the record has it.
    """
    CREATE TABLE records (
      id INTEGER PRIMARY KEY, project BLOB NOT NULL REFERENCES projects, name BLOB NOT NULL,
      spelled BLOB NOT NULL, line BLOB NOT NULL, run INTEGER NOT NULL, UNIQUE (project, name)
    ) STRICT
    """,
    """
    CREATE TABLE tasks (
      id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, channel BLOB NOT NULL,
      sequence INTEGER NOT NULL, place INTEGER NOT NULL, record INTEGER NOT NULL,
      line BLOB NOT NULL, outputs BLOB
    ) STRICT
    """,
    "CREATE UNIQUE INDEX tasks_in_bundles ON tasks (channel, sequence, place)",
    "CREATE UNIQUE INDEX tasks_of_records ON tasks (record, channel)",
  ]

  private static let evidence = [
    """
    CREATE TABLE ledger (
      channel BLOB PRIMARY KEY, epoch BLOB NOT NULL, size INTEGER NOT NULL, root BLOB NOT NULL
    ) STRICT
    """,
    // state: current, or waiting until a person accepts the epoch.
    """
    CREATE TABLE logs (
      id INTEGER PRIMARY KEY, channel BLOB NOT NULL, epoch BLOB NOT NULL, state TEXT NOT NULL,
      former BLOB, last_at INTEGER NOT NULL DEFAULT 0, UNIQUE (channel, epoch)
    ) STRICT
    """,
    """
    CREATE TABLE checkpoints (
      log INTEGER NOT NULL, size INTEGER NOT NULL, sequence INTEGER NOT NULL, root BLOB NOT NULL,
      frontier BLOB NOT NULL, archive BLOB NOT NULL, taken INTEGER NOT NULL,
      PRIMARY KEY (log, size)
    ) STRICT
    """,
    """
    CREATE TABLE notes (
      log INTEGER NOT NULL, sequence INTEGER NOT NULL, hash BLOB NOT NULL, note BLOB NOT NULL,
      PRIMARY KEY (log, sequence)
    ) STRICT
    """,
    """
    CREATE TABLE persons (
      log INTEGER NOT NULL, person BLOB NOT NULL, key BLOB NOT NULL, n INTEGER NOT NULL,
      previous BLOB NOT NULL, former_n INTEGER NOT NULL, former_previous BLOB NOT NULL,
      waiting INTEGER NOT NULL, PRIMARY KEY (log, person)
    ) STRICT
    """,
    """
    CREATE TABLE acts (
      hash BLOB PRIMARY KEY, log INTEGER NOT NULL, place INTEGER NOT NULL, person BLOB NOT NULL,
      kind TEXT NOT NULL, task BLOB, waiting INTEGER NOT NULL, body BLOB NOT NULL
    ) STRICT
    """,
    // The act of each person that counts for a task: answer, revise, withdraw or skip.
    """
    CREATE TABLE standings (
      log INTEGER NOT NULL, person BLOB NOT NULL, task BLOB NOT NULL, act BLOB NOT NULL,
      kind TEXT NOT NULL, answer BLOB, waiting INTEGER NOT NULL, PRIMARY KEY (log, person, task)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX standings_of_tasks ON standings (task)",
    """
    CREATE TABLE findings (
      id INTEGER PRIMARY KEY, channel BLOB NOT NULL, at INTEGER NOT NULL, code TEXT NOT NULL,
      why TEXT NOT NULL, note BLOB, archive BLOB
    ) STRICT
    """,
  ]
}
