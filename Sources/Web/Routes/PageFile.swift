import CAssets

/// A file of the pages, embedded in the program.
enum PageFile {
  /// The file's bytes; nil for a name that isn't one of ours.
  static func bytes(named name: String) -> [UInt8]? {
    let asset = unsafe airlock_asset_named(name)
    guard let start = unsafe asset.bytes else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: start, count: asset.size))
  }

  /// The file as a response. Throws `Problem.notFound`.
  static func response(named name: String) throws(Problem) -> Response {
    guard let type = mediaType(of: name), let bytes = bytes(named: name) else { throw .notFound }
    return Response(200, type: type, bytes)
  }

  private static func mediaType(of name: String) -> String? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[dot...] {
    case ".html": return "text/html; charset=utf-8"
    case ".css": return "text/css; charset=utf-8"
    case ".js", ".mjs": return "text/javascript; charset=utf-8"
    case ".svg": return "image/svg+xml"
    case ".ttf": return "font/ttf"
    case ".otf": return "font/otf"
    default: return nil
    }
  }
}
