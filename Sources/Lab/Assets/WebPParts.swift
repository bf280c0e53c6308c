/// The parts of a WebP image (RFC 9649): RIFF chunks of name, length and content.
enum WebPParts {
  private static let picture: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM"]

  static func check(_ cursor: inout ImageCursor) throws(ImageProblem) {
    try cursor.skip(4)
    let length = try cursor.littleEndian(4)
    guard length <= cursor.left else { throw .damaged("it ends too early") }
    guard length == cursor.left else { throw .metadata("bytes after the picture's end") }
    try cursor.skip(4)
    while !cursor.isAtEnd { try chunk(&cursor) }
  }

  private static func chunk(_ cursor: inout ImageCursor) throws(ImageProblem) {
    let name = try cursor.name(4)
    let length = try cursor.littleEndian(4)
    if name == "ANMF" { return try frame(length, &cursor) }
    guard picture.contains(name) else { throw .metadata("WebP chunk \(name)") }
    try cursor.skip(length + length % 2)
  }

  /// A frame of an animation: 16 bytes, then chunks of its own.
  private static func frame(_ length: Int, _ cursor: inout ImageCursor) throws(ImageProblem) {
    guard length >= 16, length <= cursor.left else { throw .damaged("a frame ends too early") }
    let rest = cursor.left - length - length % 2
    try cursor.skip(16)
    while cursor.left > max(rest, 0) { try chunk(&cursor) }
    guard cursor.left == rest else { throw .damaged("a frame ends too early") }
  }
}
