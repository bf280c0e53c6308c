import Glibc
import TUF
import Vocabulary

/// A TUF client as the public tuf-conformance suite drives it (its CLIENT-CLI.md), over loopback
/// HTTP. A test of `RepositoryClient`, and no part of the product.
///
/// It checks Ed25519 signatures and SHA-256 and SHA-512 hashes. Keys of other schemes (RSA, ECDSA)
/// are read and count for nothing, so a role that needs one of them never reaches its threshold.
enum ConformanceClient {
  /// Runs one command: 0 done, 1 refused or failed, with the reason on standard error.
  static func run(_ arguments: [String]) -> CInt {
    do {
      try run(Arguments(arguments))
      return 0
    } catch {
      complain("\(error)")
      return 1
    }
  }

  private static func run(_ arguments: Arguments) throws {
    let store = FolderStore(try arguments.value("--metadata-dir"))
    switch arguments.command {
    case "init":
      guard let root = arguments.operand else { throw Problem("init: name the trusted root") }
      try store.keep(Role.root.rawValue, try Files.read(root))
    case "refresh":
      var client = try client(arguments, store)
      try client.refresh()
    case "download":
      try download(arguments, store)
    default:
      throw Problem("the command is init, refresh or download")
    }
  }

  private static func client(
    _ arguments: Arguments, _ store: FolderStore
  ) throws -> RepositoryClient<HTTPRepository, FolderStore> {
    let address = try HTTPAddress(try arguments.value("--metadata-url"))
    return RepositoryClient(
      source: HTTPRepository(base: address), store: store, start: Int64(time(nil)) * 1_000)
  }

  /// Targets in their order with one client; the first that fails ends it.
  private static func download(_ arguments: Arguments, _ store: FolderStore) throws {
    var client = try client(arguments, store)
    let base = try HTTPAddress(try arguments.value("--target-base-url"))
    let folder = try arguments.value("--target-dir")
    let names = arguments.values("--target-name")
    guard !names.isEmpty else { throw Problem("--target-name is needed") }
    try client.refresh()
    for name in names {
      let target = try client.target(name)
      let place = "\(folder)/\(PercentEncoding.fileName(name))"
      if let own = try? Files.read(place), target.matches(own) { continue }
      let path = PercentEncoding.path(target.fetchPath(isConsistent: client.isConsistent))
      let bytes = try LoopbackHTTP.get(base.appending(path), limit: target.length)
      guard let bytes else { throw Problem("\(name): the repository doesn't have it") }
      guard target.matches(bytes) else {
        throw Problem("\(name): has another length or hash than its metadata says")
      }
      try Files.write(bytes, to: place)
    }
  }

  private static func complain(_ text: String) {
    let line = Array("tuf-conformance-client: \(text)\n".utf8)
    unsafe line.withUnsafeBytes { bytes in
      _ = unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }
}

/// What this client itself finds wrong.
struct Problem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
