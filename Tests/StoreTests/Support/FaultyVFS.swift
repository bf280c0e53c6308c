import CPageFile
import GRDBSQLite
import Glibc

@testable import Store

/// The functions of `FaultyDisk`: note, fail, or pass on to the VFS underneath. Files use the record
/// of CPageFile, with the disk's number for a file as kind and the disk where a store has its keys.
enum FaultyVFS {
  /// A disk and the VFS underneath, for as long as the process lives.
  @safe
  final class Hook {
    let disk: FaultyDisk
    let base: UnsafeMutablePointer<sqlite3_vfs>

    init(_ disk: FaultyDisk, _ base: UnsafeMutablePointer<sqlite3_vfs>) {
      self.disk = disk
      unsafe self.base = unsafe base
    }
  }

  static func register(
    _ name: String, over base: UnsafeMutablePointer<sqlite3_vfs>, disk: FaultyDisk
  ) -> UnsafeMutablePointer<sqlite3_vfs>? {
    let hook = unsafe Hook(disk, base)
    let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    // The other functions of SQLite's VFS for Unix don't look at their VFS.
    unsafe vfs.initialize(to: base.pointee)
    unsafe vfs.pointee.pNext = nil
    unsafe vfs.pointee.zName = UnsafePointer(strdup(name))
    unsafe vfs.pointee.pAppData = Unmanaged.passRetained(hook).toOpaque()
    unsafe vfs.pointee.szOsFile =
      base.pointee.szOsFile + CInt(MemoryLayout<airlock_page_file>.stride)
    unsafe vfs.pointee.xOpen = openFile
    unsafe vfs.pointee.xDelete = deleteFile
    return unsafe sqlite3_vfs_register(vfs, 0) == SQLITE_OK ? vfs : nil
  }

  /// SQLite's methods for such files.
  nonisolated(unsafe) static let methods: UnsafeMutablePointer<sqlite3_io_methods> = {
    let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    // Locks, shared memory and the rest are passed on as the page VFS passes them on.
    unsafe methods.initialize(to: PageFile.methods.pointee)
    unsafe methods.pointee.xClose = closeFile
    unsafe methods.pointee.xRead = readFile
    unsafe methods.pointee.xWrite = writeFile
    unsafe methods.pointee.xTruncate = truncateFile
    unsafe methods.pointee.xSync = syncFile
    unsafe methods.pointee.xFileSize = measureFile
    unsafe methods.pointee.xLock = lockFile
    unsafe methods.pointee.xFileControl = controlFile
    return unsafe methods
  }()

  /// The result code of a fault.
  static func code(_ fault: FaultyDisk.Fault, _ error: CInt) -> CInt {
    fault == .full ? SQLITE_FULL : error
  }
}

extension PageRecord {
  fileprivate var disk: FaultyDisk {
    unsafe Unmanaged<FaultyVFS.Hook>.fromOpaque(pointer.pointee.keys).takeUnretainedValue().disk
  }
  fileprivate var number: CInt { unsafe pointer.pointee.kind }
}

private func openFile(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, name: UnsafePointer<CChar>?,
  file: UnsafeMutablePointer<sqlite3_file>?, flags: CInt, outFlags: UnsafeMutablePointer<CInt>?
) -> CInt {
  guard let name = unsafe name, let hook = unsafe hook(of: vfs),
    let record = unsafe PageRecord(file)
  else { return SQLITE_MISUSE }
  if hook.disk.fault() != nil { return SQLITE_CANTOPEN }
  let isNew = unsafe access(name, F_OK) != 0
  let base = unsafe hook.base
  let result =
    unsafe base.pointee.xOpen?(base, name, record.base.file, flags, outFlags) ?? SQLITE_MISUSE
  guard result == SQLITE_OK else { return result }
  unsafe record.pointer.pointee.kind = hook.disk.number(of: String(cString: name))
  unsafe record.pointer.pointee.keys = vfs?.pointee.pAppData
  if isNew { unsafe hook.disk.note(.create, file: record.number) }
  unsafe file?.pointee.pMethods = UnsafePointer(FaultyVFS.methods)
  return SQLITE_OK
}

private func hook(of vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> FaultyVFS.Hook? {
  guard let data = unsafe vfs?.pointee.pAppData else { return nil }
  return unsafe Unmanaged<FaultyVFS.Hook>.fromOpaque(data).takeUnretainedValue()
}

private func deleteFile(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, name: UnsafePointer<CChar>?, syncFolder: CInt
) -> CInt {
  guard let name = unsafe name, let hook = unsafe hook(of: vfs) else { return SQLITE_MISUSE }
  if let fault = hook.disk.fault() { return FaultyVFS.code(fault, SQLITE_IOERR | 10 << 8) }
  let base = unsafe hook.base
  let result = unsafe base.pointee.xDelete?(base, name, syncFolder) ?? SQLITE_MISUSE
  if result == SQLITE_OK {
    unsafe hook.disk.note(.delete, file: hook.disk.number(of: String(cString: name)))
  }
  return result
}

private func closeFile(file: UnsafeMutablePointer<sqlite3_file>?) -> CInt {
  unsafe PageRecord(file)?.base.close() ?? SQLITE_OK
}

private func readFile(
  file: UnsafeMutablePointer<sqlite3_file>?, destination: UnsafeMutableRawPointer?,
  count: CInt, offset: Int64
) -> CInt {
  guard let record = unsafe PageRecord(file), let destination = unsafe destination else {
    return SQLITE_MISUSE
  }
  if unsafe record.disk.fault() != nil { return ResultCode.badRead }
  return unsafe record.base.read(destination, Int(count), at: offset)
}

private func writeFile(
  file: UnsafeMutablePointer<sqlite3_file>?, source: UnsafeRawPointer?, count: CInt,
  offset: Int64
) -> CInt {
  guard let record = unsafe PageRecord(file), let source = unsafe source else {
    return SQLITE_MISUSE
  }
  let fault = unsafe record.disk.fault()
  if let fault, fault != .shortWrite { return FaultyVFS.code(fault, ResultCode.badWrite) }
  let count = fault == nil ? Int(count) : Int(count) / 2
  let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: source, count: count))
  unsafe record.disk.note(.write(offset: offset, bytes: bytes), file: record.number)
  let result = unsafe record.base.write(source, count, at: offset)
  return fault == nil ? result : ResultCode.badWrite
}

private func truncateFile(file: UnsafeMutablePointer<sqlite3_file>?, size: Int64) -> CInt {
  guard let record = unsafe PageRecord(file) else { return SQLITE_MISUSE }
  if unsafe record.disk.fault() != nil { return SQLITE_IOERR | 6 << 8 }
  unsafe record.disk.note(.truncate(size), file: record.number)
  return unsafe record.base.truncate(to: size)
}

private func syncFile(file: UnsafeMutablePointer<sqlite3_file>?, flags: CInt) -> CInt {
  guard let record = unsafe PageRecord(file) else { return SQLITE_MISUSE }
  if unsafe record.disk.fault() != nil { return SQLITE_IOERR | 4 << 8 }
  // Noted only: the cut decides what was on the disk.
  unsafe record.disk.note(.sync, file: record.number)
  return SQLITE_OK
}

private func measureFile(
  file: UnsafeMutablePointer<sqlite3_file>?, size: UnsafeMutablePointer<Int64>?
) -> CInt {
  guard let record = unsafe PageRecord(file), let size = unsafe size else { return SQLITE_MISUSE }
  if unsafe record.disk.fault() != nil { return SQLITE_IOERR | 7 << 8 }
  return unsafe record.base.size(size)
}

private func lockFile(file: UnsafeMutablePointer<sqlite3_file>?, level: CInt) -> CInt {
  guard let base = unsafe PageRecord(file)?.base.file else { return SQLITE_MISUSE }
  return unsafe base.pointee.pMethods?.pointee.xLock?(base, level) ?? SQLITE_MISUSE
}

private func controlFile(
  file: UnsafeMutablePointer<sqlite3_file>?, operation: CInt, argument: UnsafeMutableRawPointer?
) -> CInt {
  guard let base = unsafe PageRecord(file)?.base.file else { return SQLITE_MISUSE }
  return unsafe base.pointee.pMethods?.pointee.xFileControl?(base, operation, argument)
    ?? SQLITE_MISUSE
}
