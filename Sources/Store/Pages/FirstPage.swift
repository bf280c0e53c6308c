/// Page 1 of a database without tables, as SQLite itself would write it (sqlite.org/fileformat2),
/// but already in WAL mode.
///
/// A store is born with this page, so SQLite never needs a rollback journal, not even to switch
/// modes, and a file without page 1 is always a damaged one.
enum FirstPage {
  /// The header that SQLite looks at before anything else: its 100 bytes.
  static let header: [UInt8] = {
    var header = Array("SQLite format 3\0".utf8)
    // Page size 4096; versions 2 and 2 mean WAL; bytes reserved; payload fractions.
    header += [0x10, 0x00, 2, 2, UInt8(PageFormat.reservedBytes), 64, 32, 32]
    // Change counter 0, then the size in pages: 1.
    header += [0, 0, 0, 0, 0, 0, 0, 1]
    return header + [UInt8](repeating: 0, count: 100 - header.count)
  }()

  /// The whole page in clear.
  static let bytes: [UInt8] = {
    // A leaf of the schema's table without cells; its content would start at the end of the body.
    let leaf: [UInt8] = [
      0x0d, 0, 0, 0, 0, UInt8(PageFormat.bodyBytes >> 8), UInt8(PageFormat.bodyBytes & 255), 0,
    ]
    return header + leaf
      + [UInt8](repeating: 0, count: PageFormat.pageBytes - header.count - leaf.count)
  }()
}
