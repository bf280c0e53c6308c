import GRDBSQLite
import Glibc

/// File controls: how SQLite asks a VFS for the unusual, and how the store asks its own.
extension PageRecord {
  func control(_ operation: CInt, _ argument: UnsafeMutableRawPointer?) -> CInt {
    switch operation {
    case PageDamage.control:
      unsafe argument?.assumingMemoryBound(to: PageDamage?.self).pointee = pages.pointee.damage
      return SQLITE_OK
    case SQLITE_FCNTL_SIZE_HINT, SQLITE_FCNTL_CHUNK_SIZE:
      // The base VFS would grow the file with zeros, which are no sealed pages.
      return SQLITE_OK
    case SQLITE_FCNTL_MMAP_SIZE:
      unsafe argument?.assumingMemoryBound(to: Int64.self).pointee = 0
      return SQLITE_OK
    case SQLITE_FCNTL_PRAGMA where unsafe isMain:
      return unsafe pragma(
        argument?.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self))
    default:
      let file = unsafe base.file
      return unsafe file.pointee.pMethods?.pointee.xFileControl?(file, operation, argument)
        ?? SQLITE_MISUSE
    }
  }

  /// Refuses the pragmas that would undo what a store promises; words are message, name, value.
  private func pragma(_ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    guard let words = unsafe words, let name = unsafe words[1] else { return SQLITE_NOTFOUND }
    guard let fixed = unsafe FixedPragma(name: String(cString: name)) else {
      return SQLITE_NOTFOUND
    }
    guard let value = unsafe words[2], unsafe !fixed.allows(String(cString: value)) else {
      return SQLITE_NOTFOUND
    }
    unsafe words[0] = copyForSQLite("a store's \(fixed.name) is fixed")
    return SQLITE_ERROR
  }

  /// A copy that SQLite frees.
  private func copyForSQLite(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let bytes = text.utf8CString
    guard let raw = unsafe sqlite3_malloc(CInt(bytes.count)) else { return nil }
    let copy = unsafe raw.assumingMemoryBound(to: CChar.self)
    for (index, byte) in bytes.enumerated() { unsafe copy[index] = byte }
    return unsafe copy
  }
}

/// A setting of SQLite that a store keeps at one value.
enum FixedPragma: CaseIterable {
  case journalMode, synchronous, pageSize, memoryMap, temporaryStore, temporaryFolder, lockingMode

  init?(name: String) {
    let name = name.lowercased()
    guard let pragma = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = pragma
  }

  var name: String {
    switch self {
    case .journalMode: "journal_mode"
    case .synchronous: "synchronous"
    case .pageSize: "page_size"
    case .memoryMap: "mmap_size"
    case .temporaryStore: "temp_store"
    case .temporaryFolder: "temp_store_directory"
    case .lockingMode: "locking_mode"
    }
  }

  /// Whether the value, as SQL spells it, is the one that a store has.
  func allows(_ value: String) -> Bool {
    let value = value.lowercased()
    return switch self {
    case .journalMode: value == "wal"
    case .synchronous: ["full", "2", "extra", "3"].contains(value)
    case .pageSize: value == String(PageFormat.pageBytes)
    case .memoryMap: value == "0"
    case .temporaryStore: ["memory", "2"].contains(value)
    case .temporaryFolder: false
    case .lockingMode: value == "normal"
    }
  }
}
