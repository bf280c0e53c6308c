import CPageFile
import Cryptography
import GRDBSQLite
import Glibc

/// Opens a store's main file or its log; refuses everything else, so that nothing of a store ever
/// reaches a rollback journal or a temporary file.
func openPageFile(
  vfs: UnsafeMutablePointer<sqlite3_vfs>?, name: UnsafePointer<CChar>?,
  file: UnsafeMutablePointer<sqlite3_file>?, flags: CInt, outFlags: UnsafeMutablePointer<CInt>?
) -> CInt {
  guard let vfs = unsafe vfs, let file = unsafe file else { return SQLITE_MISUSE }
  unsafe memset(file, 0, Int(vfs.pointee.szOsFile))
  guard let name = unsafe name, let record = unsafe PageRecord(file) else {
    return SQLITE_CANTOPEN
  }
  let result: CInt
  if flags & SQLITE_OPEN_MAIN_DB != 0 {
    result = unsafe record.openMain(vfs, name, flags)
  } else if flags & SQLITE_OPEN_WAL != 0 {
    result = unsafe record.openLog(vfs, name, flags)
  } else {
    result = SQLITE_CANTOPEN
  }
  guard result == SQLITE_OK else {
    unsafe record.base.close()
    unsafe record.releaseScratch()
    return result
  }
  unsafe outFlags?.pointee = flags & ~SQLITE_OPEN_CREATE
  unsafe file.pointee.pMethods = UnsafePointer(PageFile.methods)
  return SQLITE_OK
}

extension PageRecord {
  /// Opens a main file, which must be there, with the key that its address has a ticket for.
  fileprivate func openMain(
    _ vfs: UnsafeMutablePointer<sqlite3_vfs>, _ name: UnsafePointer<CChar>, _ flags: CInt
  ) -> CInt {
    let number = unsafe sqlite3_uri_int64(name, PageVFS.ticketMember, 0)
    // Without a ticket it is an ATTACH: refused.
    guard let key = KeyTickets.redeem(number) else { return SQLITE_CANTOPEN }
    let opened = unsafe openBase(vfs, name, flags & ~SQLITE_OPEN_CREATE)
    guard opened == SQLITE_OK else { return opened }
    var header: [UInt8] = []
    let read = unsafe readHeader(into: &header)
    guard read == SQLITE_OK else { return read }
    switch StoreHeader.check(header, key: key.secret) {
    case .notOurs: return SQLITE_NOTADB
    case .damaged: return ResultCode.damaged
    case .wrongKey: return SQLITE_AUTH
    case .ours(let fileID):
      unsafe adoptPages(StorePages(storeKey: key.secret, fileID: fileID))
      return SQLITE_OK
    }
  }

  /// Opens the log of an open main file, with its keys.
  fileprivate func openLog(
    _ vfs: UnsafeMutablePointer<sqlite3_vfs>, _ name: UnsafePointer<CChar>, _ flags: CInt
  ) -> CInt {
    guard let main = unsafe PageRecord(sqlite3_database_file_object(name)) else {
      return SQLITE_CANTOPEN
    }
    unsafe pointer.pointee.kind = CInt(PageFormat.Kind.log)
    unsafe pointer.pointee.keys = main.pointer.pointee.keys
    return unsafe openBase(vfs, name, flags)
  }

  /// Has the base VFS open the file, for reading and writing or not at all.
  private func openBase(
    _ vfs: UnsafeMutablePointer<sqlite3_vfs>, _ name: UnsafePointer<CChar>, _ flags: CInt
  ) -> CInt {
    guard unsafe allocateScratch() else { return SQLITE_NOMEM }
    let baseVFS = unsafe PageVFS.base(of: vfs)
    var granted: CInt = 0
    let result =
      unsafe baseVFS?.pointee.xOpen?(baseVFS, name, base.file, flags, &granted) ?? SQLITE_MISUSE
    guard result == SQLITE_OK else { return result }
    // SQLite's VFS falls back to reading where it may not write; a store that can't take the next
    // line of its log is no use.
    return granted & SQLITE_OPEN_READWRITE == 0 ? SQLITE_READONLY : SQLITE_OK
  }

  /// Reads the store's header, and sees that page 1 is behind it: a store is born with both.
  private func readHeader(into header: inout [UInt8]) -> CInt {
    var size: Int64 = 0
    let measured = unsafe base.size(&size)
    guard measured == SQLITE_OK else { return measured }
    let count = Int(min(size, Int64(PageFormat.headerBytes)))
    header = [UInt8](repeating: 0, count: count)
    let result = unsafe header.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return SQLITE_OK }
      return unsafe base.read(start, count, at: 0)
    }
    guard result == SQLITE_OK else { return result }
    let least = Int64(PageFormat.headerBytes + PageFormat.pageBytes)
    return size < least && header.starts(with: PageFormat.magic) ? ResultCode.damaged : SQLITE_OK
  }

  /// Makes this the main file and owner of keys.
  private func adoptPages(_ pages: consuming StorePages) {
    let memory = UnsafeMutablePointer<StorePages>.allocate(capacity: 1)
    unsafe memory.initialize(to: pages)
    unsafe pointer.pointee.kind = CInt(PageFormat.Kind.main)
    unsafe pointer.pointee.keys = UnsafeMutableRawPointer(memory)
  }

  /// Wipes the keys; SQLite closes a main file after its log.
  func releasePages() {
    guard unsafe pointer.pointee.keys != nil else { return }
    unsafe pages.deinitialize(count: 1)
    unsafe pages.deallocate()
    unsafe pointer.pointee.keys = nil
  }
}
