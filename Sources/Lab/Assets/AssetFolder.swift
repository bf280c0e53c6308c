import Cryptography
import Glibc
import Store
import Vocabulary

/// The folder `assets/` of a project's folder: every regular file in it, by its path below.
struct AssetFolder {
  let path: String

  /// More folders in each other than this are refused, so that a loop of mounts ends.
  private static let depth = 16

  /// Hands each file's path and bytes to `body`, in the order of paths; nothing where there is no
  /// such folder. Bytes are nil where the file is larger than an image may be.
  ///
  /// Throws `Failure` (bad input) for what is neither file nor folder.
  func each(_ body: (_ path: String, _ bytes: [UInt8]?) throws -> Void) throws {
    try walk("", depth: 0, body)
  }

  private func walk(
    _ below: String, depth: Int, _ body: (String, [UInt8]?) throws -> Void
  ) throws {
    guard depth < Self.depth else {
      throw Failure(.badInput, "\(path)/\(below): more than \(Self.depth) folders deep")
    }
    let folder = FileFolder(below.isEmpty ? path : "\(path)/\(below)")
    for name in try folder.names() {
      let inner = below.isEmpty ? name : "\(below)/\(name)"
      let place = "\(path)/\(inner)"
      switch try kind(of: place) {
      case S_IFDIR: try walk(inner, depth: depth + 1, body)
      case S_IFREG: try body(inner, try bytes(of: place))
      default: throw Failure(.badInput, "\(place): neither a file nor a folder")
      }
    }
  }

  /// The file's type; links are not followed, since they may lead out of the project.
  private func kind(of place: String) throws(Failure) -> mode_t {
    var status = stat()
    guard unsafe lstat(place, &status) == 0 else {
      throw Failure(.badInput, FileError("look at", place).description)
    }
    return status.st_mode & S_IFMT
  }

  private func bytes(of place: String) throws -> [UInt8]? {
    do {
      return try PrivateFile.read(place, limit: Int(Limits.asset))
    } catch  where error.number == EFBIG {
      return nil
    }
  }
}
