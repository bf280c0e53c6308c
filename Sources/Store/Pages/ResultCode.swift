import GRDBSQLite

/// SQLite's result codes that Swift can't import, since they are macros with shifts, and what the
/// VFS means by them.
enum ResultCode {
  /// A page doesn't authenticate.
  static let damaged: CInt = SQLITE_IOERR | 32 << 8
  static let shortRead: CInt = SQLITE_IOERR | 2 << 8
  static let badRead: CInt = SQLITE_IOERR | 1 << 8
  static let badWrite: CInt = SQLITE_IOERR | 3 << 8
}
