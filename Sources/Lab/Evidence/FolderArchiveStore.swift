public import Cryptography
import Glibc
import Store
public import Vocabulary

/// An archive store in a folder: `<first two digits>/<digest>.age`, readable by the owner only.
public struct FolderArchiveStore: ArchiveStore {
  private let folder: FileFolder

  private static let ending = ".age"

  /// The store in this folder, which is made when the first archive comes.
  public init(_ path: String) {
    folder = FileFolder(path)
  }

  /// See `ArchiveStore`.
  public func put(_ digest: Digest, from source: any ByteSource) throws {
    // Read to the end even where the archive is here, so that the name is never believed.
    let hashing = hashing(source)
    guard try !holds(digest) else {
      _ = try hashing.copy(to: CountingSink())
      return try check(hashing.digest, is: digest)
    }
    try folder.write(name(of: digest)) { sink in
      _ = try hashing.copy(to: sink)
      try check(hashing.digest, is: digest)
    }
  }

  /// See `ArchiveStore`.
  public func get(_ digest: Digest) throws -> (any ByteSource)? {
    try folder.open(name(of: digest))
  }

  /// See `ArchiveStore`.
  public func list() throws -> [Digest] {
    var digests: [Digest] = []
    for part in try folder.names().filter({ $0.utf8.count == 2 }) {
      for name in try FileFolder("\(folder.path)/\(part)").names() where name.hasSuffix(Self.ending)
      {
        guard let digest = Digest(hex: name.dropLast(Self.ending.count)) else { continue }
        digests.append(digest)
      }
    }
    return digests.sorted()
  }

  private func holds(_ digest: Digest) throws -> Bool {
    PrivateFile.exists("\(folder.path)/\(name(of: digest))")
  }

  private func name(of digest: Digest) -> String {
    "\(digest.hex.prefix(2))/\(digest.hex)\(Self.ending)"
  }
}
