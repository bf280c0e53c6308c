import GRDB
import GRDBSQLite

extension StoreFailure {
  /// What SQLite's result code means for a store, in the words of its VFS.
  init(code: CInt, message: String?, path: String, damage: PageDamage?) {
    let (reason, detail) = Self.meaning(of: code, message ?? "", damage)
    self.init(reason, path: path, detail: detail)
  }

  /// The same for an error that GRDB reports; its SQL and arguments stay out of it.
  init(_ error: DatabaseError, path: String, damage: PageDamage?) {
    self.init(
      code: error.extendedResultCode.rawValue, message: error.message, path: path, damage: damage)
  }

  private static func meaning(
    of code: CInt, _ message: String, _ damage: PageDamage?
  ) -> (Reason, String) {
    switch (code, code & 0xff) {
    case (ResultCode.damaged, _):
      (.damaged, damage?.description ?? "its header is damaged or was changed")
    case (_, SQLITE_CORRUPT): (.damaged, "its pages don't fit together: \(message)")
    case (_, SQLITE_AUTH): (.wrongKey, "the key belongs to another store")
    case (_, SQLITE_NOTADB): (.notOurs, "this is no store of Airlock's")
    case (_, SQLITE_FULL): (.diskFull, "the disk is full; nothing was changed")
    case (_, SQLITE_READONLY): (.readOnly, "it can't be written to")
    case (_, SQLITE_BUSY), (_, SQLITE_LOCKED): (.locked, "another process has it open")
    case (_, SQLITE_CONSTRAINT): (.constraint, message)
    case (_, SQLITE_CANTOPEN): (.failed, "it can't be opened")
    default: (.failed, "\(message) (SQLite \(code))")
    }
  }
}
