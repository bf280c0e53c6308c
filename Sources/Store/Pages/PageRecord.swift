import CPageFile
import Cryptography
import GRDBSQLite
import Glibc

/// The record of one open file of a store, behind the `sqlite3_file *` that SQLite hands around.
///
/// This and its extensions are the hot path: pointers, libsodium and memcpy, nothing that
/// allocates, no reference counting. Each function returns a result code of SQLite.
@unsafe struct PageRecord {
  let pointer: UnsafeMutablePointer<airlock_page_file>

  @inline(__always)
  init?(_ file: UnsafeMutablePointer<sqlite3_file>?) {
    guard let raw = UnsafeMutableRawPointer(file) else { return nil }
    unsafe pointer = raw.assumingMemoryBound(to: airlock_page_file.self)
  }

  /// The base VFS's record, which follows ours.
  @inline(__always)
  var base: BaseFile {
    unsafe BaseFile(
      file: UnsafeMutableRawPointer(pointer + 1).assumingMemoryBound(to: sqlite3_file.self))
  }

  @inline(__always)
  var isMain: Bool { unsafe pointer.pointee.kind == CInt(PageFormat.Kind.main) }

  /// Keys and damage, shared by main file and log.
  @inline(__always)
  var pages: UnsafeMutablePointer<StorePages> {
    unsafe pointer.pointee.keys.assumingMemoryBound(to: StorePages.self)
  }

  @inline(__always)
  var frame: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(pointer.pointee.frame) }
  @inline(__always)
  var clear: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(pointer.pointee.clear) }
  /// Scratch for associated data, 32 bytes.
  @inline(__always)
  var associated: UnsafeMutableRawPointer {
    unsafe UnsafeMutableRawPointer(pointer.pointee.nonces) + PageFormat.nonceBatchBytes
  }
  /// Scratch for a tag, 16 bytes.
  @inline(__always)
  var tag: UnsafeMutableRawPointer { unsafe associated + 32 }
  /// Scratch for a nonce that was read, 24 bytes.
  @inline(__always)
  var nonce: UnsafeMutableRawPointer { unsafe associated + 48 }

  /// Bytes of scratch behind a record: frame, clear page with checksum, nonces, the small ones.
  private static let frameSpace = 4128
  private static let smallSpace = 72
  static let scratchBytes = 2 * frameSpace + PageFormat.nonceBatchBytes + smallSpace

  /// Takes scratch memory from SQLite; false where there is none.
  func allocateScratch() -> Bool {
    guard let raw = unsafe sqlite3_malloc(CInt(Self.scratchBytes)) else { return false }
    unsafe memset(raw, 0, Self.scratchBytes)
    let bytes = unsafe raw.assumingMemoryBound(to: UInt8.self)
    unsafe pointer.pointee.frame = bytes
    unsafe pointer.pointee.clear = bytes + Self.frameSpace
    unsafe pointer.pointee.nonces = bytes + 2 * Self.frameSpace
    unsafe pointer.pointee.noncesUsed = CInt(PageFormat.nonceBatchBytes)
    return true
  }

  /// Wipes and returns the scratch memory.
  func releaseScratch() {
    guard let raw = unsafe pointer.pointee.frame else { return }
    unsafe explicit_bzero(raw, Self.scratchBytes)
    unsafe sqlite3_free(raw)
    unsafe pointer.pointee.frame = nil
  }

  /// The address of 24 random bytes that nothing has used; valid until the next call.
  @inline(__always)
  func freshNonce() -> UnsafeRawPointer {
    let nonces = unsafe UnsafeMutableRawPointer(pointer.pointee.nonces)
    var used = unsafe Int(pointer.pointee.noncesUsed)
    if used == PageFormat.nonceBatchBytes {
      unsafe SystemRandom.fill(
        UnsafeMutableRawBufferPointer(start: nonces, count: PageFormat.nonceBatchBytes))
      used = 0
    }
    unsafe pointer.pointee.noncesUsed = CInt(used + PageFormat.nonceBytes)
    return unsafe UnsafeRawPointer(nonces! + used)
  }

  /// Writes kind and page number, the associated data of a main page and the start of a frame's.
  ///
  /// Byte by byte: a Swift tuple of mixed sizes would have padding that nobody defines.
  @inline(__always)
  func associate(_ kind: UInt8, _ page: UInt32) {
    unsafe associated.storeBytes(of: kind, as: UInt8.self)
    unsafe (associated + 1).storeBytes(of: page.bigEndian, as: UInt32.self)
  }

  /// Notes what doesn't authenticate and gives the code for it.
  func damaged(_ place: PageDamage.Place, _ number: Int64) -> CInt {
    unsafe pages.pointee.damage = PageDamage(place: place, number: number)
    return ResultCode.damaged
  }
}
