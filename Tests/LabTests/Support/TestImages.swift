/// Images with just enough bytes for their parts to be told.
enum TestImages {
  /// A PNG with these chunks, each with four bytes of content.
  static func png(_ chunks: [String]) -> [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    for chunk in chunks {
      bytes += [0, 0, 0, 4]
      bytes += chunk.utf8
      bytes += [1, 2, 3, 4, 0, 0, 0, 0]
    }
    return bytes
  }

  /// A JPEG with these segments (marker and content) before its scan.
  static func jpeg(_ segments: [(UInt8, [UInt8])], tail: [UInt8] = []) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8]
    for (marker, content) in segments {
      bytes += [0xFF, marker, 0, UInt8(content.count + 2)]
      bytes += content
    }
    bytes += [0xFF, 0xDA, 0, 3, 1, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]
    return bytes + tail
  }

  /// JFIF's own header, without a thumbnail.
  static let jfif: (UInt8, [UInt8]) = (0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])

  /// A GIF of one picture with these extensions before it.
  static func gif(_ extensions: [[UInt8]], tail: [UInt8] = []) -> [UInt8] {
    var bytes = Array("GIF89a".utf8)
    bytes += [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0]
    for content in extensions {
      bytes.append(0x21)
      bytes += content
    }
    bytes += [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]
    return bytes + tail
  }

  /// A GIF extension with a name of eleven characters.
  static func gifApplication(_ name: String, _ content: [UInt8]) -> [UInt8] {
    [0xFF, 11] + Array(name.utf8) + content
  }

  /// A WebP with these chunks, each with four bytes of content.
  static func webp(_ chunks: [String], tail: [UInt8] = []) -> [UInt8] {
    var body = Array("WEBP".utf8)
    for chunk in chunks {
      body += chunk.utf8
      body += [4, 0, 0, 0, 1, 2, 3, 4]
    }
    var bytes = Array("RIFF".utf8)
    bytes += [UInt8(body.count), 0, 0, 0]
    return bytes + body + tail
  }
}
