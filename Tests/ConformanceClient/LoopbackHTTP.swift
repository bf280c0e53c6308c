import Glibc

/// GET over a socket to this machine, HTTP/1.0: one request, one answer, the end.
enum LoopbackHTTP {
  /// Longest head of an answer, in bytes.
  private static let headLimit = 16 << 10
  /// How long an answer may pause, in seconds.
  private static let patience = 30

  /// The body; nil where the server says that there is nothing (403 or 404).
  ///
  /// Throws `Problem` for any other status, more than `limit` bytes, and a connection that fails.
  static func get(_ address: HTTPAddress, limit: Int64) throws -> [UInt8]? {
    let descriptor = try connection(to: address.port)
    defer { close(descriptor) }
    try send(
      "GET \(address.path) HTTP/1.0\r\nHost: 127.0.0.1:\(address.port)\r\n\r\n", to: descriptor)
    let answer = try receive(from: descriptor, limit: Int(limit) + headLimit)
    return try body(of: answer, limit: limit)
  }

  private static func connection(to port: UInt16) throws -> CInt {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Problem("no socket") }
    var patience = timeval(tv_sec: patience, tv_usec: 0)
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      close(descriptor)
      throw Problem("nobody answers on port \(port)")
    }
    return descriptor
  }

  private static func send(_ text: String, to descriptor: CInt) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Problem("the connection broke") }
      rest = rest.dropFirst(count)
    }
  }

  private static func receive(from descriptor: CInt, limit: Int) throws -> [UInt8] {
    var answer: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while answer.count <= limit {
      let count = unsafe piece.withUnsafeMutableBytes { bytes in
        unsafe recv(descriptor, bytes.baseAddress, bytes.count, 0)
      }
      guard count >= 0 else { throw Problem("the connection broke") }
      if count == 0 { return answer }
      answer += piece.prefix(count)
    }
    return answer
  }

  private static func body(of answer: [UInt8], limit: Int64) throws -> [UInt8]? {
    guard let head = answer.firstRange(of: Array("\r\n\r\n".utf8)), head.lowerBound <= headLimit
    else { throw Problem("the server gave no whole answer") }
    let lines = String(decoding: answer[..<head.lowerBound], as: UTF8.self).split(separator: "\r\n")
    let status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first } ?? ""
    if ["403", "404"].contains(status) { return nil }
    guard status == "200" else { throw Problem("the server answered \(status)") }
    let body = Array(answer[head.upperBound...])
    guard Int64(body.count) <= limit else { throw Problem("more than \(limit) bytes came") }
    if let length = length(in: lines), length != body.count {
      throw Problem("\(body.count) bytes came of \(length)")
    }
    return body
  }

  private static func length(in lines: [Substring]) -> Int? {
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      return Int(parts[1].drop { $0 == " " })
    }
    return nil
  }
}
