import CPageFile
import Cryptography
import GRDBSQLite
import Glibc

/// The main file: 4,096 bytes of header, then the sealed pages.
extension PageRecord {
  /// SQLite reads whole pages, but for a first look at the header and its change counter.
  func readMain(_ destination: UnsafeMutableRawPointer, _ count: Int, at offset: Int64) -> CInt {
    let size = Int64(PageFormat.pageBytes)
    let page = offset / size
    if count == PageFormat.pageBytes, offset % size == 0 {
      return unsafe readPage(page, into: destination)
    }
    if offset == 0, count <= FirstPage.header.count {
      // SQLite looks for page size and reserve before it recovers the log. Both are fixed, and
      // page 1 may be torn by a power cut that the log heals: so it is not asked here.
      unsafe FirstPage.header.withUnsafeBytes { header in
        if let start = header.baseAddress { unsafe memcpy(destination, start, count) }
      }
      return SQLITE_OK
    }
    let within = Int(offset % size)
    guard within + count <= PageFormat.pageBytes else { return ResultCode.badRead }
    let result = unsafe readPage(page, into: clear)
    unsafe memcpy(destination, clear + within, count)
    return result
  }

  /// Reads and opens a page, counted from 0; zeros where it fails.
  private func readPage(_ page: Int64, into destination: UnsafeMutableRawPointer) -> CInt {
    let place = Int64(PageFormat.headerBytes) + page * Int64(PageFormat.pageBytes)
    let result = unsafe base.read(destination, PageFormat.pageBytes, at: place)
    if result == ResultCode.shortRead {
      unsafe memset(destination, 0, PageFormat.pageBytes)
      // Past the end is SQLite's own matter; within it a page was cut.
      var size: Int64 = 0
      let measured = unsafe base.size(&size)
      guard measured == SQLITE_OK else { return measured }
      return size > place ? unsafe damaged(.page, page + 1) : result
    }
    guard result == SQLITE_OK else { return result }
    return unsafe openPage(page, at: destination)
      ? SQLITE_OK : unsafe damaged(.page, page + 1)
  }

  /// Opens a sealed page where it stands and clears its reserved bytes.
  @inline(__always)
  private func openPage(_ page: Int64, at place: UnsafeMutableRawPointer) -> Bool {
    unsafe associate(PageFormat.Kind.main, UInt32(truncatingIfNeeded: page + 1))
    let reserved = unsafe place + PageFormat.bodyBytes
    unsafe memcpy(nonce, reserved, PageFormat.nonceBytes)
    unsafe memcpy(tag, reserved + PageFormat.nonceBytes, PageFormat.tagBytes)
    unsafe memset(reserved, 0, PageFormat.reservedBytes)
    return unsafe XChaCha20Poly1305.openPage(
      from: place, to: place, count: PageFormat.bodyBytes, tag: tag, nonce: nonce,
      associated: UnsafeRawBufferPointer(start: associated, count: 5),
      key: pages.pointee.mainKey)
  }

  /// Seals a page, counted from 0, and writes it.
  private func writePage(_ page: Int64, from source: UnsafeRawPointer) -> CInt {
    unsafe associate(PageFormat.Kind.main, UInt32(truncatingIfNeeded: page + 1))
    let fresh = unsafe freshNonce()
    let reserved = unsafe frame + PageFormat.bodyBytes
    unsafe XChaCha20Poly1305.sealPage(
      from: source, to: frame, count: PageFormat.bodyBytes,
      tag: reserved + PageFormat.nonceBytes, nonce: fresh,
      associated: UnsafeRawBufferPointer(start: associated, count: 5),
      key: pages.pointee.mainKey)
    unsafe memcpy(reserved, fresh, PageFormat.nonceBytes)
    let place = Int64(PageFormat.headerBytes) + page * Int64(PageFormat.pageBytes)
    return unsafe base.write(frame, PageFormat.pageBytes, at: place)
  }

  /// Takes whole pages only, and no page 1 that asks for another page size, reserve or mode.
  func writeMain(_ source: UnsafeRawPointer, _ count: Int, at offset: Int64) -> CInt {
    let size = Int64(PageFormat.pageBytes)
    guard count == PageFormat.pageBytes, offset % size == 0,
      unsafe reservedIsClear(source)
    else { return ResultCode.badWrite }
    let page = offset / size
    if page == 0, !(unsafe isOurFirstPage(source)) { return ResultCode.badWrite }
    if unsafe page > pointer.pointee.pages {
      let result = unsafe fillHole(before: page)
      guard result == SQLITE_OK else { return result }
    }
    let result = unsafe writePage(page, from: source)
    if result == SQLITE_OK, unsafe page == pointer.pointee.pages {
      unsafe pointer.pointee.pages += 1
    }
    return result
  }

  /// Writes sealed empty pages up to `page`: a hole of zeros would be damage when it is read.
  private func fillHole(before page: Int64) -> CInt {
    let counted = unsafe countPages()
    guard counted == SQLITE_OK else { return counted }
    unsafe memset(clear, 0, PageFormat.pageBytes)
    while unsafe pointer.pointee.pages < page {
      let result = unsafe writePage(pointer.pointee.pages, from: clear)
      guard result == SQLITE_OK else { return result }
      unsafe pointer.pointee.pages += 1
    }
    return SQLITE_OK
  }

  private func countPages() -> CInt {
    var size: Int64 = 0
    let result = unsafe base.size(&size)
    unsafe pointer.pointee.pages =
      max(0, size - Int64(PageFormat.headerBytes)) / Int64(PageFormat.pageBytes)
    return result
  }

  /// SQLite counts the log's checksums over the whole page, and reads zeros back where nonce and
  /// tag stand: anything else there would make a committed frame look torn after a crash.
  @inline(__always)
  func reservedIsClear(_ page: UnsafeRawPointer) -> Bool {
    var bits: UInt64 = 0
    for word in 0..<5 {
      bits |= unsafe page.loadUnaligned(
        fromByteOffset: PageFormat.bodyBytes + 8 * word, as: UInt64.self)
    }
    return bits == 0
  }

  private func isOurFirstPage(_ page: UnsafeRawPointer) -> Bool {
    // Page size, both versions, reserve: bytes 16 to 20 never change in a store.
    for byte in 16...20
    where unsafe page.load(fromByteOffset: byte, as: UInt8.self) != FirstPage.header[byte] {
      return false
    }
    return true
  }
}
