import CPageFile
import Cryptography
import GRDBSQLite
import Glibc

/// The write-ahead log: sizes and offsets are SQLite's own.
///
/// Of a frame's header page number, size after commit and salts stay in clear; number and salts are
/// associated data, with the frame's offset. SQLite's checksum over header and clear page is sealed
/// together with the page: it would tell about the content, and it vouches for the size.
extension PageRecord {
  /// Takes the log's header, a frame's header, or a frame's page; SQLite writes no other pieces.
  func writeLog(_ source: UnsafeRawPointer, _ count: Int, at offset: Int64) -> CInt {
    if offset == 0, count == PageFormat.logHeaderBytes {
      let result = unsafe flushHeader()
      return result == SQLITE_OK ? unsafe base.write(source, count, at: offset) : result
    }
    let start = offset - Int64(PageFormat.logHeaderBytes)
    guard start >= 0 else { return ResultCode.badWrite }
    let within = Int(start % Int64(PageFormat.frameBytes))
    if within == 0, count == PageFormat.frameHeaderBytes {
      let result = unsafe flushHeader()
      guard result == SQLITE_OK else { return result }
      unsafe memcpy(&pointer.pointee.header, source, PageFormat.frameHeaderBytes)
      unsafe pointer.pointee.headerOffset = offset
      unsafe pointer.pointee.headerWaits = 1
      return SQLITE_OK
    }
    guard within == PageFormat.frameHeaderBytes, count == PageFormat.pageBytes,
      unsafe reservedIsClear(source)
    else { return ResultCode.badWrite }
    return unsafe writeLogPage(source, frameAt: offset - Int64(PageFormat.frameHeaderBytes))
  }

  private func writeLogPage(_ source: UnsafeRawPointer, frameAt offset: Int64) -> CInt {
    if unsafe pointer.pointee.headerWaits != 0, unsafe pointer.pointee.headerOffset == offset {
      unsafe pointer.pointee.headerWaits = 0
      unsafe memcpy(clear, source, PageFormat.bodyBytes)
      return unsafe sealFrame(offset)
    }
    // A page written again within its transaction: its header is on disk. SQLite corrects the
    // checksum before it commits, so until then none is kept.
    var result = unsafe flushHeader()
    guard result == SQLITE_OK else { return result }
    var authentic = false
    result = unsafe openFrame(offset, authentic: &authentic)
    guard result == SQLITE_OK else { return result }
    guard authentic else { return unsafe damaged(.frame, offset) }
    unsafe memset(&pointer.pointee.header, 0, PageFormat.frameHeaderBytes)
    unsafe memcpy(&pointer.pointee.header, frame, PageFormat.checksumOffset)
    unsafe memcpy(clear, source, PageFormat.bodyBytes)
    return unsafe sealFrame(offset)
  }

  /// Seals the page in `clear` with the header in the record and writes the frame.
  private func sealFrame(_ offset: Int64) -> CInt {
    let body = unsafe frame + PageFormat.frameHeaderBytes
    let reserved = unsafe body + PageFormat.bodyBytes
    unsafe memcpy(frame, &pointer.pointee.header, PageFormat.frameHeaderBytes)
    unsafe memcpy(
      clear + PageFormat.bodyBytes, frame + PageFormat.checksumOffset, PageFormat.checksumBytes)
    unsafe associateFrame(offset)
    let fresh = unsafe freshNonce()
    unsafe XChaCha20Poly1305.sealPage(
      from: clear, to: body, count: PageFormat.bodyBytes + PageFormat.checksumBytes,
      tag: tag, nonce: fresh,
      associated: UnsafeRawBufferPointer(start: associated, count: 21),
      key: pages.pointee.logKey)
    unsafe memcpy(frame + PageFormat.checksumOffset, reserved, PageFormat.checksumBytes)
    unsafe memcpy(reserved, fresh, PageFormat.nonceBytes)
    unsafe memcpy(reserved + PageFormat.nonceBytes, tag, PageFormat.tagBytes)
    return unsafe base.write(frame, PageFormat.frameBytes, at: offset)
  }

  /// What a frame is bound to: kind, page number, salts, its offset. Header bytes are in `frame`.
  @inline(__always)
  private func associateFrame(_ offset: Int64) {
    unsafe associate(
      PageFormat.Kind.log, UInt32(bigEndian: frame.loadUnaligned(as: UInt32.self)))
    unsafe memcpy(associated + 5, frame + 8, 8)
    unsafe (associated + 13).storeBytes(of: offset.bigEndian, as: Int64.self)
  }

  /// Reads and opens the frame at `offset` into `frame`, in clear as SQLite wrote it.
  private func openFrame(_ offset: Int64, authentic: inout Bool) -> CInt {
    authentic = false
    let result = unsafe base.read(frame, PageFormat.frameBytes, at: offset)
    guard result == SQLITE_OK else { return result }
    let body = unsafe frame + PageFormat.frameHeaderBytes
    let reserved = unsafe body + PageFormat.bodyBytes
    unsafe associateFrame(offset)
    unsafe memcpy(nonce, reserved, PageFormat.nonceBytes)
    unsafe memcpy(tag, reserved + PageFormat.nonceBytes, PageFormat.tagBytes)
    unsafe memcpy(reserved, frame + PageFormat.checksumOffset, PageFormat.checksumBytes)
    authentic = unsafe XChaCha20Poly1305.openPage(
      from: body, to: body, count: PageFormat.bodyBytes + PageFormat.checksumBytes,
      tag: tag, nonce: nonce,
      associated: UnsafeRawBufferPointer(start: associated, count: 21),
      key: pages.pointee.logKey)
    if authentic {
      unsafe memcpy(frame + PageFormat.checksumOffset, reserved, PageFormat.checksumBytes)
      unsafe memset(reserved, 0, PageFormat.reservedBytes)
    } else {
      // Zeros: as a frame they never have the log's salts.
      unsafe memset(frame, 0, PageFormat.frameBytes)
    }
    return SQLITE_OK
  }

  /// Seals a header that waited for its page in vain: SQLite has corrected a checksum.
  func flushHeader() -> CInt {
    guard unsafe pointer.pointee.headerWaits != 0 else { return SQLITE_OK }
    unsafe pointer.pointee.headerWaits = 0
    let offset = unsafe pointer.pointee.headerOffset
    var authentic = false
    let result = unsafe openFrame(offset, authentic: &authentic)
    guard result == SQLITE_OK else { return result }
    guard authentic else { return unsafe damaged(.frame, offset) }
    unsafe memcpy(clear, frame + PageFormat.frameHeaderBytes, PageFormat.bodyBytes)
    return unsafe sealFrame(offset)
  }

  /// Gives the log's header as it stands, or a part of one frame.
  func readLog(_ destination: UnsafeMutableRawPointer, _ count: Int, at offset: Int64) -> CInt {
    var result = unsafe flushHeader()
    guard result == SQLITE_OK else { return result }
    let header = Int64(PageFormat.logHeaderBytes)
    if offset < header {
      guard offset + Int64(count) <= header else { return ResultCode.badRead }
      return unsafe base.read(destination, count, at: offset)
    }
    let within = Int((offset - header) % Int64(PageFormat.frameBytes))
    guard within + count <= PageFormat.frameBytes else { return ResultCode.badRead }
    var authentic = false
    result = unsafe openFrame(offset - Int64(within), authentic: &authentic)
    guard result == SQLITE_OK else {
      unsafe memset(destination, 0, count)
      return result
    }
    // A whole frame is read when SQLite recovers: there one that doesn't authenticate is where a
    // power cut ended the log. Elsewhere SQLite counts on a frame that it wrote: damage.
    guard authentic || count == PageFormat.frameBytes else {
      return unsafe damaged(.frame, offset - Int64(within))
    }
    unsafe memcpy(destination, frame + within, count)
    return SQLITE_OK
  }
}
