import CPageFile
import Cryptography
import GRDBSQLite
import Glibc

/// What SQLite calls on an open file of a store: `sqlite3_io_methods`, version 2. Version 3 would
/// let SQLite map the file into memory, past the seals.
enum PageFile {
  /// The one table of methods, for as long as the process lives. Unsafe by hand: written once, here,
  /// before SQLite has it, and only read afterwards.
  nonisolated(unsafe) static let methods: UnsafeMutablePointer<sqlite3_io_methods> = {
    let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    unsafe methods.initialize(to: sqlite3_io_methods())
    unsafe methods.pointee.iVersion = 2
    unsafe methods.pointee.xClose = closePageFile
    unsafe methods.pointee.xRead = readPageFile
    unsafe methods.pointee.xWrite = writePageFile
    unsafe methods.pointee.xTruncate = truncatePageFile
    unsafe methods.pointee.xSync = syncPageFile
    unsafe methods.pointee.xFileSize = measurePageFile
    unsafe methods.pointee.xLock = lockPageFile
    unsafe methods.pointee.xUnlock = unlockPageFile
    unsafe methods.pointee.xCheckReservedLock = checkReservedLockOfPageFile
    unsafe methods.pointee.xFileControl = controlPageFile
    unsafe methods.pointee.xSectorSize = sectorSizeOfPageFile
    unsafe methods.pointee.xDeviceCharacteristics = characteristicsOfPageFile
    unsafe methods.pointee.xShmMap = mapSharedMemory
    unsafe methods.pointee.xShmLock = lockSharedMemory
    unsafe methods.pointee.xShmBarrier = barrierOfSharedMemory
    unsafe methods.pointee.xShmUnmap = unmapSharedMemory
    return unsafe methods
  }()
}

private func readPageFile(
  file: UnsafeMutablePointer<sqlite3_file>?, destination: UnsafeMutableRawPointer?,
  count: CInt, offset: Int64
) -> CInt {
  guard let record = unsafe PageRecord(file), let destination = unsafe destination else {
    return SQLITE_MISUSE
  }
  return unsafe record.isMain
    ? record.readMain(destination, Int(count), at: offset)
    : record.readLog(destination, Int(count), at: offset)
}

private func writePageFile(
  file: UnsafeMutablePointer<sqlite3_file>?, source: UnsafeRawPointer?, count: CInt,
  offset: Int64
) -> CInt {
  guard let record = unsafe PageRecord(file), let source = unsafe source else {
    return SQLITE_MISUSE
  }
  return unsafe record.isMain
    ? record.writeMain(source, Int(count), at: offset)
    : record.writeLog(source, Int(count), at: offset)
}

private func closePageFile(file: UnsafeMutablePointer<sqlite3_file>?) -> CInt {
  guard let record = unsafe PageRecord(file) else { return SQLITE_MISUSE }
  let flushed = unsafe record.isMain ? SQLITE_OK : record.flushHeader()
  let closed = unsafe record.base.close()
  if unsafe record.isMain { unsafe record.releasePages() }
  unsafe record.releaseScratch()
  return closed == SQLITE_OK ? flushed : closed
}

private func truncatePageFile(file: UnsafeMutablePointer<sqlite3_file>?, size: Int64) -> CInt {
  guard let record = unsafe PageRecord(file) else { return SQLITE_MISUSE }
  guard unsafe record.isMain else {
    let flushed = unsafe record.flushHeader()
    return flushed == SQLITE_OK ? unsafe record.base.truncate(to: size) : flushed
  }
  let pages = size / Int64(PageFormat.pageBytes)
  unsafe record.pointer.pointee.pages = min(record.pointer.pointee.pages, pages)
  return unsafe record.base.truncate(to: size + Int64(PageFormat.headerBytes))
}

private func syncPageFile(file: UnsafeMutablePointer<sqlite3_file>?, flags: CInt) -> CInt {
  guard let record = unsafe PageRecord(file) else { return SQLITE_MISUSE }
  let flushed = unsafe record.isMain ? SQLITE_OK : record.flushHeader()
  return flushed == SQLITE_OK ? unsafe record.base.sync(flags) : flushed
}

private func measurePageFile(
  file: UnsafeMutablePointer<sqlite3_file>?, size: UnsafeMutablePointer<Int64>?
) -> CInt {
  guard let record = unsafe PageRecord(file), let size = unsafe size else { return SQLITE_MISUSE }
  let flushed = unsafe record.isMain ? SQLITE_OK : record.flushHeader()
  guard flushed == SQLITE_OK else { return flushed }
  let result = unsafe record.base.size(size)
  if result == SQLITE_OK, unsafe record.isMain {
    unsafe size.pointee = max(0, size.pointee - Int64(PageFormat.headerBytes))
  }
  return result
}

private func lockPageFile(file: UnsafeMutablePointer<sqlite3_file>?, level: CInt) -> CInt {
  guard let record = unsafe PageRecord(file) else { return SQLITE_MISUSE }
  // Who had the lock before may have changed the file's length: it is measured again.
  if level == SQLITE_LOCK_SHARED { unsafe record.pointer.pointee.pages = 0 }
  let base = unsafe record.base.file
  return unsafe base.pointee.pMethods?.pointee.xLock?(base, level) ?? SQLITE_MISUSE
}

private func unlockPageFile(file: UnsafeMutablePointer<sqlite3_file>?, level: CInt) -> CInt {
  guard let base = unsafe PageRecord(file)?.base.file else { return SQLITE_MISUSE }
  return unsafe base.pointee.pMethods?.pointee.xUnlock?(base, level) ?? SQLITE_MISUSE
}

private func checkReservedLockOfPageFile(
  file: UnsafeMutablePointer<sqlite3_file>?, held: UnsafeMutablePointer<CInt>?
) -> CInt {
  guard let base = unsafe PageRecord(file)?.base.file else { return SQLITE_MISUSE }
  return unsafe base.pointee.pMethods?.pointee.xCheckReservedLock?(base, held) ?? SQLITE_MISUSE
}

private func controlPageFile(
  file: UnsafeMutablePointer<sqlite3_file>?, operation: CInt, argument: UnsafeMutableRawPointer?
) -> CInt {
  guard let record = unsafe PageRecord(file) else { return SQLITE_MISUSE }
  return unsafe record.control(operation, argument)
}

private func sectorSizeOfPageFile(file: UnsafeMutablePointer<sqlite3_file>?) -> CInt {
  guard let base = unsafe PageRecord(file)?.base.file else { return 0 }
  return unsafe base.pointee.pMethods?.pointee.xSectorSize?(base) ?? 0
}

private func characteristicsOfPageFile(file: UnsafeMutablePointer<sqlite3_file>?) -> CInt {
  // Bytes beside a write survive a power cut: without this promise, which SQLite's own VFS makes
  // too, SQLite would cut the writes of a frame at sector boundaries. Nothing more is promised.
  SQLITE_IOCAP_POWERSAFE_OVERWRITE
}

private func mapSharedMemory(
  file: UnsafeMutablePointer<sqlite3_file>?, region: CInt, size: CInt, extend: CInt,
  address: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> CInt {
  guard let base = unsafe PageRecord(file)?.base.file else { return SQLITE_MISUSE }
  return unsafe base.pointee.pMethods?.pointee.xShmMap?(base, region, size, extend, address)
    ?? SQLITE_MISUSE
}

private func lockSharedMemory(
  file: UnsafeMutablePointer<sqlite3_file>?, offset: CInt, count: CInt, flags: CInt
) -> CInt {
  guard let base = unsafe PageRecord(file)?.base.file else { return SQLITE_MISUSE }
  return unsafe base.pointee.pMethods?.pointee.xShmLock?(base, offset, count, flags)
    ?? SQLITE_MISUSE
}

private func barrierOfSharedMemory(file: UnsafeMutablePointer<sqlite3_file>?) {
  guard let base = unsafe PageRecord(file)?.base.file else { return }
  unsafe base.pointee.pMethods?.pointee.xShmBarrier?(base)
}

private func unmapSharedMemory(
  file: UnsafeMutablePointer<sqlite3_file>?, delete: CInt
) -> CInt {
  guard let base = unsafe PageRecord(file)?.base.file else { return SQLITE_MISUSE }
  return unsafe base.pointee.pMethods?.pointee.xShmUnmap?(base, delete) ?? SQLITE_MISUSE
}
