/// What lives of logs and recovered keys need in lab.sqlite.
enum EpochTables {
  static let statements = [
    // When the lab went on with another life of the channel's log.
    "ALTER TABLE logs ADD COLUMN ended INTEGER",
    "ALTER TABLE persons DROP COLUMN former_n",
    "ALTER TABLE persons DROP COLUMN former_previous",
    // What acts that wait come to, beside what counts meanwhile.
    """
    CREATE TABLE waiting_standings (
      log INTEGER NOT NULL, person BLOB NOT NULL, task BLOB NOT NULL, act BLOB NOT NULL,
      kind TEXT NOT NULL, answer BLOB, PRIMARY KEY (log, person, task)
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO waiting_standings (log, person, task, act, kind, answer)
    SELECT log, person, task, act, kind, answer FROM standings WHERE waiting = 1
    """,
    "DELETE FROM standings WHERE waiting = 1",
  ]
}
