import Glibc
import NIOCore
import NIOHTTP1

/// A request that is still coming in, held to its limits.
struct RequestCollector {
  private(set) var request: Request
  /// Whether the client keeps the connection afterwards.
  let keepAlive: Bool
  private let limit: Int

  /// Begins with a request's head. Throws for one that is too long, or that announces a body
  /// longer than its path takes.
  init(_ head: HTTPRequestHead) throws(Problem) {
    let length = head.headers.reduce(head.uri.utf8.count) {
      $0 + $1.name.utf8.count + $1.value.utf8.count + 4
    }
    guard length <= WebLimits.head, head.headers.count <= WebLimits.headerLines else {
      throw .head
    }
    request = Request(
      head.method.rawValue, head.uri, headers: head.headers.map { (name: $0.name, value: $0.value) }
    )
    keepAlive = head.isKeepAlive
    limit = Route(path: request.path)?.bodyLimit ?? 0
    if let announced = request.header("content-length").flatMap(Int.init) {
      guard announced <= limit else { throw .tooLong }
      request.body.reserveCapacity(announced)
    }
  }

  /// Adds a part of the body, and overwrites it where it came from: it may be a passphrase or
  /// what a person writes, and freed memory is not wiped.
  mutating func add(_ part: ByteBuffer) throws(Problem) {
    guard request.body.count + part.readableBytes <= limit else { throw .tooLong }
    request.body.append(contentsOf: part.readableBytesView)
    // Written through a pointer for reading: a mutable one would first copy a buffer that NIO
    // still shares. Nobody reads these bytes again, and they are all that is touched.
    unsafe part.withUnsafeReadableBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe explicit_bzero(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }
}
