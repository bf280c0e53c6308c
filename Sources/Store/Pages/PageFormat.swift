/// Sizes and names of the store's own format, version 1 (FORMAT.md).
enum PageFormat {
  /// The first bytes of a store.
  static let magic = Array("airlock store/1\n".utf8)
  /// A page of SQLite, the only size there is.
  static let pageBytes = 4096
  /// Bytes at the end of each page that SQLite leaves to us: nonce and tag.
  static let reservedBytes = 40
  /// Bytes of a page that SQLite uses.
  static let bodyBytes = 4056
  /// The store's header, in front of page 1.
  static let headerBytes = 4096
  /// A file's random name.
  static let fileIDBytes = 32

  static let nonceBytes = 24
  static let tagBytes = 16
  /// Nonces drawn at a time, in bytes: a system call for each would cost a tenth of a page.
  static let nonceBatchBytes = 256 * nonceBytes

  /// The header of a write-ahead log, of one of its frames, and a whole frame.
  static let logHeaderBytes = 32
  static let frameHeaderBytes = 24
  static let frameBytes = 4120
  /// SQLite's checksum at the end of a frame's header: sealed with the page, for it says much
  /// about the page's content.
  static let checksumBytes = 8
  /// Where it stands in a frame's header.
  static let checksumOffset = 16

  /// Keys and associated data tell the kinds of bytes apart.
  enum Kind {
    static let header: UInt8 = 0
    static let main: UInt8 = 1
    static let log: UInt8 = 2
  }
}
