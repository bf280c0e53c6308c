import Glibc

/// A TCP connection on which a test says whatever it likes.
final class RawClient {
  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// Connects to a port of 127.0.0.1.
  init(port: Int) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port)).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = unsafe connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  deinit { close(descriptor) }

  /// Sends bytes; what the other side no longer takes is dropped.
  func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Everything up to the end of the connection.
  func readToEnd() -> String {
    while let part = receive() { pending += part }
    return String(decoding: pending, as: UTF8.self)
  }

  /// What comes, up to the end of a response with a body of a known length.
  func readResponse() -> String {
    while true {
      let text = String(decoding: pending, as: UTF8.self)
      if let end = text.firstRange(of: "\r\n\r\n"), let length = Self.length(in: text),
        text[end.upperBound...].utf8.count >= length
      {
        let size = text[..<end.upperBound].utf8.count + length
        defer { pending.removeFirst(size) }
        return String(decoding: pending.prefix(size), as: UTF8.self)
      }
      guard let part = receive() else { return text }
      pending += part
    }
  }

  private static func length(in text: String) -> Int? {
    let line = text.split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }
    return line.flatMap { Int($0.dropFirst("content-length: ".count)) }
  }

  private func receive() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
    }
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }
}
