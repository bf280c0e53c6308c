import GRDB
import GRDBSQLite

/// Binds, steps and reads one statement that GRDB prepared and caches.
///
/// Straight through SQLite's functions: GRDB's own values would copy each blob twice more.
struct PreparedStatement {
  private let statement: Statement
  private let sql: SQL

  init(_ statement: Statement, in sql: SQL) {
    self.statement = statement
    self.sql = sql
  }

  private var handle: OpaquePointer { unsafe statement.sqliteStatement }

  /// Runs it to its end, whatever rows it gives.
  func run(_ values: [SQLValue]) throws {
    try each(values) { _ in true }
  }

  /// Goes through its rows until `body` says false.
  func each(_ values: [SQLValue], _ body: (SQLRow) throws -> Bool) throws {
    defer { reset() }
    try bind(values)
    while let row = try step() {
      guard try body(row) else { return }
    }
  }

  /// The next row; nil after the last.
  func step() throws -> SQLRow? {
    let result = unsafe sqlite3_step(handle)
    guard result == SQLITE_ROW else {
      if result == SQLITE_DONE { return nil }
      throw failure(result)
    }
    return try row()
  }

  /// Ends it, and frees the copies of the parameters.
  func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  func bind(_ values: [SQLValue]) throws {
    guard values.count == Int(unsafe sqlite3_bind_parameter_count(handle)) else {
      throw StoreFailure(
        .failed, path: sql.path, detail: "a statement was given \(values.count) values")
    }
    for (index, value) in values.enumerated() {
      let result = bind(value, at: CInt(index + 1))
      guard result == SQLITE_OK else { throw failure(result) }
    }
  }

  private func bind(_ value: SQLValue, at index: CInt) -> CInt {
    // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: return unsafe sqlite3_bind_null(handle, index)
    case .integer(let number): return unsafe sqlite3_bind_int64(handle, index, number)
    case .real(let number): return unsafe sqlite3_bind_double(handle, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
          unsafe sqlite3_bind_text64(
            handle, index, characters.baseAddress, UInt64(characters.count), copied,
            UInt8(SQLITE_UTF8))
        }
      }
    case .blob(let bytes):
      // An empty array has no address, and SQLite would take that for null.
      if bytes.isEmpty { return unsafe sqlite3_bind_zeroblob(handle, index, 0) }
      return unsafe bytes.withUnsafeBytes { bytes in
        unsafe sqlite3_bind_blob64(
          handle, index, bytes.baseAddress, UInt64(bytes.count), copied)
      }
    }
  }

  private func row() throws -> SQLRow {
    let columns = unsafe sqlite3_column_count(handle)
    var values: [SQLValue] = []
    values.reserveCapacity(Int(columns))
    for column in 0..<columns { values.append(value(column)) }
    return SQLRow(values, path: sql.path)
  }

  private func value(_ column: CInt) -> SQLValue {
    switch unsafe sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: .integer(unsafe sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(handle, column))
    case SQLITE_TEXT:
      // The address first, then the count: that order is SQLite's.
      unsafe .text(
        String(
          decoding: UnsafeBufferPointer(
            start: sqlite3_column_text(handle, column),
            count: Int(sqlite3_column_bytes(handle, column))), as: UTF8.self))
    case SQLITE_BLOB:
      unsafe .blob(
        Array(
          UnsafeRawBufferPointer(
            start: sqlite3_column_blob(handle, column),
            count: Int(sqlite3_column_bytes(handle, column)))))
    default: .null
    }
  }

  private func failure(_ code: CInt) -> StoreFailure {
    let connection = unsafe sqlite3_db_handle(handle)
    let message = unsafe sqlite3_errmsg(connection).map { unsafe String(cString: $0) }
    return StoreFailure(code: code, message: message, path: sql.path, damage: sql.damage)
  }
}
