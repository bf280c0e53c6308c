import Cryptography
import Vocabulary

/// The 4,096 bytes in front of page 1: says that the file is a store, which one, and whether a key
/// is the right one.
enum StoreHeader {
  /// Where things stand.
  private enum Offset {
    static let pageBytes = 16
    static let reserved = 20
    static let fileID = 24
    static let nonce = 56
    static let tag = 80
    static let sum = 96
    static let rest = 128
  }

  /// What a header turned out to be.
  enum Finding: Equatable {
    /// Right in every byte, and the key belongs to it.
    case ours(fileID: [UInt8])
    case notOurs, damaged, wrongKey
  }

  /// The header of a new store with this random name.
  static func make(fileID: [UInt8], key: borrowing SecretBytes) -> [UInt8] {
    var header = PageFormat.magic
    header += bigEndian(PageFormat.pageBytes) + bigEndian(PageFormat.reservedBytes) + fileID
    let nonce = SystemRandom.bytes(PageFormat.nonceBytes)
    let headerKey = StorePages.key(PageFormat.Kind.header, of: key, fileID: fileID)
    header +=
      nonce + XChaCha20Poly1305.seal([], associated: header, nonce: nonce, key: headerKey)
    // Tells a damaged header from a wrong key: anybody can compute it.
    header += SHA256.hash(header).bytes
    header += [UInt8](repeating: 0, count: PageFormat.headerBytes - header.count)
    return header
  }

  /// Looks at a file's first 4,096 bytes, fewer where it has no more.
  static func check(_ header: [UInt8], key: borrowing SecretBytes) -> Finding {
    guard header.starts(with: PageFormat.magic) else { return .notOurs }
    guard header.count == PageFormat.headerBytes,
      SHA256.hash(header[..<Offset.sum]).bytes == Array(header[Offset.sum..<Offset.rest]),
      header[Offset.rest...].allSatisfy({ $0 == 0 }),
      header[Offset.pageBytes..<Offset.fileID].elementsEqual(
        bigEndian(PageFormat.pageBytes) + bigEndian(PageFormat.reservedBytes))
    else { return .damaged }
    let fileID = Array(header[Offset.fileID..<Offset.nonce])
    let opened = XChaCha20Poly1305.open(
      Array(header[Offset.tag..<Offset.sum]), associated: Array(header[..<Offset.nonce]),
      nonce: Array(header[Offset.nonce..<Offset.tag]),
      key: StorePages.key(PageFormat.Kind.header, of: key, fileID: fileID))
    return opened == nil ? .wrongKey : .ours(fileID: fileID)
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    let value = UInt32(value)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
