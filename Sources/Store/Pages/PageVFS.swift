import CPageFile
import Cryptography
import GRDBSQLite
import Glibc

/// The VFS that seals pages, between SQLite and its own VFS for Unix.
///
/// Underneath is `unix-excl`: it keeps the index of the log in memory, so no `-shm` file appears,
/// and locks other processes out.
enum PageVFS {
  static let name = "airlock"
  /// The member of a database's address that names the key's ticket.
  static let ticketMember = "ticket"

  /// The VFS, registered with SQLite once; nil where SQLite has no `unix-excl`. Unsafe by hand:
  /// written once, here, and left to SQLite's own locking from then on.
  nonisolated(unsafe) static let registered: UnsafeMutablePointer<sqlite3_vfs>? = {
    guard sqlite3_initialize() == SQLITE_OK, let base = unsafe sqlite3_vfs_find("unix-excl") else {
      return nil
    }
    return unsafe register(name, over: base)
  }()

  /// Registers the page VFS over another: tests put faults underneath.
  static func register(
    _ name: String, over base: UnsafeMutablePointer<sqlite3_vfs>
  ) -> UnsafeMutablePointer<sqlite3_vfs>? {
    let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    unsafe vfs.initialize(to: sqlite3_vfs())
    unsafe vfs.pointee.iVersion = 2
    unsafe vfs.pointee.szOsFile =
      CInt(MemoryLayout<airlock_page_file>.stride) + base.pointee.szOsFile
    unsafe vfs.pointee.mxPathname = base.pointee.mxPathname
    unsafe vfs.pointee.zName = UnsafePointer(strdup(name))
    unsafe vfs.pointee.pAppData = UnsafeMutableRawPointer(base)
    unsafe vfs.pointee.xOpen = openPageFile
    unsafe vfs.pointee.xDelete = deleteFile
    unsafe vfs.pointee.xAccess = accessFile
    unsafe vfs.pointee.xFullPathname = fullPath
    unsafe vfs.pointee.xDlOpen = refuseLibrary
    unsafe vfs.pointee.xDlError = explainRefusedLibrary
    unsafe vfs.pointee.xRandomness = fillRandomly
    unsafe vfs.pointee.xSleep = sleepBriefly
    unsafe vfs.pointee.xCurrentTime = currentDay
    unsafe vfs.pointee.xGetLastError = lastError
    unsafe vfs.pointee.xCurrentTimeInt64 = currentMilliseconds
    return unsafe sqlite3_vfs_register(vfs, 0) == SQLITE_OK ? vfs : nil
  }

  /// The VFS underneath.
  static func base(
    of vfs: UnsafeMutablePointer<sqlite3_vfs>?
  ) -> UnsafeMutablePointer<sqlite3_vfs>? {
    unsafe vfs?.pointee.pAppData?.assumingMemoryBound(to: sqlite3_vfs.self)
  }
}

private func deleteFile(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, name: UnsafePointer<CChar>?, syncFolder: CInt
) -> CInt {
  let base = unsafe PageVFS.base(of: vfs)
  return unsafe base?.pointee.xDelete?(base, name, syncFolder) ?? SQLITE_MISUSE
}

private func accessFile(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, name: UnsafePointer<CChar>?, flags: CInt,
  found: UnsafeMutablePointer<CInt>?
) -> CInt {
  // A store never has a rollback journal: one that lies there is somebody else's.
  if let name = unsafe name, unsafe String(cString: name).hasSuffix("-journal") {
    unsafe found?.pointee = 0
    return SQLITE_OK
  }
  let base = unsafe PageVFS.base(of: vfs)
  return unsafe base?.pointee.xAccess?(base, name, flags, found) ?? SQLITE_MISUSE
}

private func fullPath(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, name: UnsafePointer<CChar>?, count: CInt,
  path: UnsafeMutablePointer<CChar>?
) -> CInt {
  let base = unsafe PageVFS.base(of: vfs)
  return unsafe base?.pointee.xFullPathname?(base, name, count, path) ?? SQLITE_MISUSE
}

private func refuseLibrary(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, name: UnsafePointer<CChar>?
) -> UnsafeMutableRawPointer? {
  nil
}

private func explainRefusedLibrary(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, count: CInt, message: UnsafeMutablePointer<CChar>?
) {
  if count > 0 { unsafe message?.pointee = 0 }
}

private func fillRandomly(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, count: CInt, bytes: UnsafeMutablePointer<CChar>?
) -> CInt {
  // The base would open /dev/urandom, and take the time and its pid where that is denied.
  unsafe SystemRandom.fill(UnsafeMutableRawBufferPointer(start: bytes, count: Int(count)))
  return count
}

private func sleepBriefly(vfs: UnsafeMutablePointer<sqlite3_vfs>?, microseconds: CInt) -> CInt {
  let base = unsafe PageVFS.base(of: vfs)
  return unsafe base?.pointee.xSleep?(base, microseconds) ?? 0
}

private func currentDay(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, day: UnsafeMutablePointer<Double>?
) -> CInt {
  let base = unsafe PageVFS.base(of: vfs)
  return unsafe base?.pointee.xCurrentTime?(base, day) ?? SQLITE_MISUSE
}

private func currentMilliseconds(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, time: UnsafeMutablePointer<Int64>?
) -> CInt {
  let base = unsafe PageVFS.base(of: vfs)
  return unsafe base?.pointee.xCurrentTimeInt64?(base, time) ?? SQLITE_MISUSE
}

private func lastError(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, count: CInt, message: UnsafeMutablePointer<CChar>?
) -> CInt {
  let base = unsafe PageVFS.base(of: vfs)
  return unsafe base?.pointee.xGetLastError?(base, count, message) ?? 0
}
