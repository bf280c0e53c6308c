import Glibc
import Synchronization

/// The stores that this process has open, so that none is opened twice.
///
/// Two connections would lock each other out; and POSIX drops all of a process's locks on a file as
/// soon as one of its descriptors closes, which would let another process in.
enum OpenStores {
  private struct File: Hashable {
    let device: UInt
    let number: UInt
  }
  private static let open = Mutex<Set<File>>([])

  /// Claims a file; give the claim up to open it again.
  static func claim(_ path: String) throws(StoreFailure) -> Claim {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw StoreFailure(.absent, path: path, detail: "there is no such store")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StoreFailure(.notOurs, path: path, detail: "this is no store but another kind of file")
    }
    let file = File(device: UInt(status.st_dev), number: UInt(status.st_ino))
    guard open.withLock({ $0.insert(file).inserted }) else {
      throw StoreFailure(.locked, path: path, detail: "this process has it open already")
    }
    return Claim(release: { _ = open.withLock { $0.remove(file) } })
  }

  /// The right to open one file.
  final class Claim: Sendable {
    private let release: Mutex<(@Sendable () -> Void)?>

    fileprivate init(release: @escaping @Sendable () -> Void) {
      self.release = Mutex(release)
    }

    deinit { giveUp() }

    /// Lets the file be opened again; once.
    func giveUp() {
      release.withLock { release in
        release?()
        release = nil
      }
    }
  }
}
