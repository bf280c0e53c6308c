/// The parts of a JPEG image (ITU-T T.81, annex B): segments behind markers, and scans between.
enum JPEGParts {
  static func check(_ cursor: inout ImageCursor) throws(ImageProblem) {
    try cursor.skip(2)
    while true {
      let marker = try marker(&cursor)
      switch marker {
      case 0xD9: return
      case 0x01, 0xD0...0xD7: continue
      case 0xE0: try applicationZero(&cursor)
      // Adobe's segment tells how colours are coded.
      case 0xEE: try named("Adobe", marker, &cursor)
      case 0xE1...0xEF: throw .metadata("JPEG segment APP\(marker - 0xE0)")
      case 0xFE: throw .metadata("JPEG comment")
      case 0xDA:
        try segment(&cursor)
        try scan(&cursor)
      case 0xC0...0xDF: try segment(&cursor)
      default: throw .metadata("JPEG segment \(String(marker, radix: 16))")
      }
    }
  }

  private static func marker(_ cursor: inout ImageCursor) throws(ImageProblem) -> UInt8 {
    guard try cursor.byte() == 0xFF else { throw .damaged("a marker is missing") }
    // Any number of fill bytes may stand before a marker.
    var code = try cursor.byte()
    while code == 0xFF { code = try cursor.byte() }
    return code
  }

  private static func segment(_ cursor: inout ImageCursor) throws(ImageProblem) {
    try cursor.skip(try cursor.bigEndian(2) - 2)
  }

  /// JFIF's own header, without a thumbnail: that could show what was cropped away.
  private static func applicationZero(_ cursor: inout ImageCursor) throws(ImageProblem) {
    let content = try cursor.take(try cursor.bigEndian(2) - 2)
    guard content.starts(with: "JFIF\0".utf8), content.count == 14, content.suffix(2) == [0, 0]
    else { throw .metadata("JPEG segment APP0 with a thumbnail or of another program") }
  }

  private static func named(
    _ name: String, _ marker: UInt8, _ cursor: inout ImageCursor
  ) throws(ImageProblem) {
    let content = try cursor.take(try cursor.bigEndian(2) - 2)
    guard content.starts(with: name.utf8), content.count == 12 else {
      throw .metadata("JPEG segment APP\(marker - 0xE0)")
    }
  }

  /// Coded picture data: ends before a marker that is neither a stuffed byte nor a restart.
  private static func scan(_ cursor: inout ImageCursor) throws(ImageProblem) {
    while true {
      if cursor.peek() == 0xFF, let code = cursor.peek(1), code != 0, !(0xD0...0xD7 ~= code) {
        return
      }
      try cursor.skip(1)
    }
  }
}
