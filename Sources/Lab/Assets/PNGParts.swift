/// The parts of a PNG image (W3C PNG, third edition, section 5): chunks of length, name, content
/// and checksum.
enum PNGParts {
  /// Chunks that say how the picture looks. A colour profile is not among them: it names devices.
  private static let picture: Set<String> = [
    "IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "cICP", "sBIT", "bKGD", "hIST", "pHYs",
    "sPLT", "acTL", "fcTL", "fdAT",
  ]

  static func check(_ cursor: inout ImageCursor) throws(ImageProblem) {
    try cursor.skip(8)
    while true {
      let length = try cursor.bigEndian(4)
      let name = try cursor.name(4)
      try cursor.skip(length)
      try cursor.skip(4)
      if name == "IEND" { return }
      guard picture.contains(name) else { throw .metadata("PNG chunk \(name)") }
    }
  }
}
