/// The parts of a GIF image (GIF89a): blocks and extensions made of sub-blocks.
enum GIFParts {
  /// Application extensions that say how often an animation repeats.
  private static let loops: Set<String> = ["NETSCAPE2.0", "ANIMEXTS1.0"]

  static func check(_ cursor: inout ImageCursor) throws(ImageProblem) {
    try cursor.skip(10)
    try colours(try cursor.byte(), &cursor, rest: 2)
    while true {
      switch try cursor.byte() {
      case 0x3B: return
      case 0x2C:
        try cursor.skip(8)
        try colours(try cursor.byte(), &cursor, rest: 0)
        try cursor.skip(1)
        try subBlocks(&cursor)
      case 0x21: try anExtension(&cursor)
      default: throw .damaged("an unknown GIF block")
      }
    }
  }

  /// Passes what follows the packed byte that tells of a colour table.
  private static func colours(
    _ packed: UInt8, _ cursor: inout ImageCursor, rest: Int
  ) throws(ImageProblem) {
    try cursor.skip(rest)
    if packed & 0x80 != 0 { try cursor.skip(3 << (Int(packed & 7) + 1)) }
  }

  private static func subBlocks(_ cursor: inout ImageCursor) throws(ImageProblem) {
    while true {
      let length = try cursor.byte()
      if length == 0 { return }
      try cursor.skip(Int(length))
    }
  }

  private static func anExtension(_ cursor: inout ImageCursor) throws(ImageProblem) {
    switch try cursor.byte() {
    case 0xF9: try subBlocks(&cursor)
    case 0xFF:
      guard try cursor.byte() == 11 else { throw .metadata("GIF application extension") }
      let name = try cursor.name(11)
      guard loops.contains(name) else { throw .metadata("GIF extension \(name)") }
      try loop(&cursor)
    case 0xFE: throw .metadata("GIF comment")
    case 0x01: throw .metadata("GIF text")
    default: throw .metadata("an unknown GIF extension")
    }
  }

  /// One sub-block of three bytes and the end: more could hide text.
  private static func loop(_ cursor: inout ImageCursor) throws(ImageProblem) {
    guard try cursor.byte() == 3 else { throw .metadata("GIF application extension") }
    try cursor.skip(3)
    guard try cursor.byte() == 0 else { throw .metadata("GIF application extension") }
  }
}
