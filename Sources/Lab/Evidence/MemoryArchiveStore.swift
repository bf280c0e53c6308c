public import Cryptography
import Synchronization
public import Vocabulary

/// An archive store that forgets with the process: the twin of `FolderArchiveStore`.
public final class MemoryArchiveStore: ArchiveStore {
  private let archives = Mutex<[Digest: [UInt8]]>([:])

  /// An empty store.
  public init() {}

  /// See `ArchiveStore`.
  public func put(_ digest: Digest, from source: any ByteSource) throws {
    let hashing = hashing(source)
    let bytes = try hashing.readAll(limit: Limits.sealed)
    try check(hashing.digest, is: digest)
    archives.withLock { $0[digest] = bytes }
  }

  /// See `ArchiveStore`.
  public func get(_ digest: Digest) throws -> (any ByteSource)? {
    archives.withLock { $0[digest] }.map { MemorySource($0) }
  }

  /// See `ArchiveStore`.
  public func list() throws -> [Digest] { archives.withLock { $0.keys.sorted() } }
}
