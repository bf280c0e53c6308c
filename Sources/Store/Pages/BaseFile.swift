import GRDBSQLite

/// The file underneath one of ours, opened by SQLite's own VFS; sealed bytes go through it.
@unsafe struct BaseFile {
  let file: UnsafeMutablePointer<sqlite3_file>

  @inline(__always)
  func read(_ destination: UnsafeMutableRawPointer, _ count: Int, at offset: Int64) -> CInt {
    unsafe file.pointee.pMethods?.pointee.xRead?(file, destination, CInt(count), offset)
      ?? SQLITE_MISUSE
  }

  @inline(__always)
  func write(_ source: UnsafeRawPointer, _ count: Int, at offset: Int64) -> CInt {
    unsafe file.pointee.pMethods?.pointee.xWrite?(file, source, CInt(count), offset)
      ?? SQLITE_MISUSE
  }

  func truncate(to size: Int64) -> CInt {
    unsafe file.pointee.pMethods?.pointee.xTruncate?(file, size) ?? SQLITE_MISUSE
  }

  func sync(_ flags: CInt) -> CInt {
    unsafe file.pointee.pMethods?.pointee.xSync?(file, flags) ?? SQLITE_MISUSE
  }

  func size(_ size: UnsafeMutablePointer<Int64>) -> CInt {
    unsafe file.pointee.pMethods?.pointee.xFileSize?(file, size) ?? SQLITE_MISUSE
  }

  @discardableResult
  func close() -> CInt {
    unsafe file.pointee.pMethods?.pointee.xClose?(file) ?? SQLITE_OK
  }
}
