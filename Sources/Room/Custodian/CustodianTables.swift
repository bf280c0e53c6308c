import Store

/// The tables of `custodian.sqlite`: identities, granted parts and anchors, for custodians only.
enum CustodianTables {
  static let migrations: [Migration] = [
    Migration(
      name: "custodian/1",
      statements: [
        "CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE labs(name TEXT PRIMARY KEY, room BLOB UNIQUE NOT NULL, seed BLOB NOT NULL, "
          + "seal TEXT NOT NULL, secret BLOB NOT NULL, card BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE seals(id INTEGER PRIMARY KEY, channel BLOB NOT NULL, secret BLOB NOT NULL)",
        "CREATE TABLE projects(project BLOB PRIMARY KEY, lab TEXT NOT NULL, "
          + "channel BLOB UNIQUE NOT NULL, trust BLOB NOT NULL, granted BLOB NOT NULL, "
          + "size INTEGER NOT NULL DEFAULT 0, root BLOB) WITHOUT ROWID",
        "CREATE TABLE grants(project BLOB NOT NULL, name TEXT NOT NULL, person BLOB NOT NULL, "
          + "PRIMARY KEY(project, name)) WITHOUT ROWID",
      ]),
    // What remains of a project that was destroyed; sequence: of the lab's order, if it gave one.
    Migration(
      name: "custodian/tombstones",
      statements: [
        "CREATE TABLE tombstones(project BLOB PRIMARY KEY, channel BLOB UNIQUE NOT NULL, "
          + "codename TEXT NOT NULL, at INTEGER NOT NULL, sequence INTEGER, "
          + "size INTEGER NOT NULL, root BLOB NOT NULL) WITHOUT ROWID"
      ]),
    // Of a channel whose lab may still know the room by a former key: that key, and the first
    // archive that brought the new card.
    Migration(
      name: "rotation/1",
      statements: [
        "CREATE TABLE former_keys(id INTEGER PRIMARY KEY, channel BLOB NOT NULL, "
          + "seed BLOB NOT NULL)",
        "CREATE TABLE handovers(channel BLOB PRIMARY KEY, epoch BLOB, sequence INTEGER) "
          + "WITHOUT ROWID",
      ]),
    Migration(name: "epochs/1", statements: ["ALTER TABLE projects ADD COLUMN epoch BLOB"]),
    // What the custodian's page keeps: since when a grant holds, and which alarms were seen.
    Migration(
      name: "custodian/page",
      statements: [
        "ALTER TABLE grants ADD COLUMN since INTEGER",
        "CREATE TABLE acknowledged(project BLOB NOT NULL, alarm INTEGER NOT NULL, "
          + "at INTEGER NOT NULL, PRIMARY KEY(project, alarm)) WITHOUT ROWID",
      ]),
  ]
}

/// The tables of `room.sqlite`, which everyone with a grant can read: no secret, no trust.
enum RoomTables {
  static let migrations: [Migration] = [
    Migration(
      name: "room/1",
      statements: [
        "CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE people(name TEXT PRIMARY KEY, who TEXT UNIQUE NOT NULL, role TEXT NOT NULL, "
          + "recipient TEXT NOT NULL) WITHOUT ROWID",
      ]),
    Migration(
      name: "room/events",
      statements: [
        "CREATE TABLE events(id INTEGER PRIMARY KEY, line BLOB NOT NULL)",
        "CREATE TABLE taken(project BLOB PRIMARY KEY, event INTEGER NOT NULL) WITHOUT ROWID",
      ]),
  ]
}
