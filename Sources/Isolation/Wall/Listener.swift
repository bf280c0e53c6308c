import Glibc

/// The one socket of the program: listens on 127.0.0.1, at a port that the system chooses.
public struct Listener: Sendable {
  /// The socket, bound and listening; whoever serves on it closes it.
  public let descriptor: Int32
  /// Its port.
  public let port: UInt16

  /// Binds in the network namespace that the process is in.
  init() throws(WallFailure) {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    descriptor = socket(AF_INET, kind, 0)
    guard descriptor >= 0 else { throw WallFailure("a socket") }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = descriptor
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(socket, address, length) == 0 && listen(socket, 64) == 0
          && getsockname(socket, address, &length) == 0
      }
    }
    guard isBound else { throw WallFailure("a port on 127.0.0.1") }
    port = UInt16(bigEndian: address.sin_port)
  }
}
