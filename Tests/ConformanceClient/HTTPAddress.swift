/// `http://127.0.0.1:PORT/PATH`: nothing but this machine is ever asked.
struct HTTPAddress {
  let port: UInt16
  let path: String

  init(_ text: String) throws {
    let scheme = "http://"
    guard text.hasPrefix(scheme) else { throw Problem("\(text): is no http address") }
    let rest = text.dropFirst(scheme.count)
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    let parts = rest[..<end].split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, ["127.0.0.1", "localhost"].contains(host) else {
      throw Problem("\(text): only 127.0.0.1 is ever asked")
    }
    guard parts.count <= 2, let port = UInt16(parts.count == 2 ? parts[1] : "80") else {
      throw Problem("\(text): has no port")
    }
    self.port = port
    path = end == rest.endIndex ? "/" : String(rest[end...])
  }

  private init(port: UInt16, path: String) {
    self.port = port
    self.path = path
  }

  /// The address of something in this folder; `path` is encoded already.
  func appending(_ path: String) -> HTTPAddress {
    HTTPAddress(
      port: port, path: self.path.hasSuffix("/") ? self.path + path : "\(self.path)/\(path)")
  }
}
