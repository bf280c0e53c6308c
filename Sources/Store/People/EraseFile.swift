public import Cryptography
import Glibc

/// The part of a store's key that lies beside the store: 32 bytes whose destruction destroys the
/// store for everybody, whatever they were granted.
public enum EraseFile {
  /// Bytes of it, and of the granted part.
  public static let bytes = 32

  /// Writes a new erase part; throws `FileProblem`, `EEXIST` among others.
  public static func create(_ path: String) throws {
    var part = SystemRandom.bytes(bytes)
    defer { part.wipe() }
    try PrivateFile.write(part, to: path, replace: false)
  }

  /// The key of the store whose erase part lies at `path`:
  /// HKDF-SHA-256(granted ‖ erase, "airlock/store/1").
  ///
  /// Throws `StoreFailure` (`absent`) where the part was destroyed, `damaged` where it isn't whole.
  public static func storeKey(
    granted: borrowing SecretBytes, erase path: String
  ) throws -> SecretBytes {
    var part: [UInt8]
    do throws(FileProblem) {
      part = try PrivateFile.read(path, limit: bytes)
    } catch {
      let detail =
        error.isAbsence ? "the store was destroyed: its erase part is gone" : error.detail
      throw StoreFailure(error.reason, path: path, detail: detail)
    }
    guard part.count == bytes else {
      throw StoreFailure(.damaged, path: path, detail: "an erase part has \(bytes) bytes")
    }
    let erase = SecretBytes(wiping: &part)
    return HKDF.sha256(SecretBytes(joining: granted, erase), info: "airlock/store/1")
  }

  /// Destroys the part: overwritten, removed, and both on the disk. The store is lost.
  ///
  /// A disk may keep old blocks where we can't reach them (flash, snapshots): what is left of this
  /// file then opens nothing without the granted part, which is sealed to people.
  public static func destroy(_ path: String) throws(FileProblem) {
    try PrivateFile.overwrite(path, with: SystemRandom.bytes(bytes))
    try PrivateFile.remove(path)
  }
}
