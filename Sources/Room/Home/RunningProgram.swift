import BundleFormat
import Cryptography
import Vocabulary

/// What program this is, as archives claim it (formats.md, section 5).
///
/// It reveals a swapped library or asset; a program that lies reveals nothing, and SECURITY.md
/// says so.
enum RunningProgram {
  /// The release that this source is.
  static let version = "0.1.0"

  /// The version, and the SHA-256 of the executable that runs now.
  static func claim() throws -> Software {
    Software(version: version, sha256: try digest.get())
  }

  /// Hashed once: what runs stays the same until the process ends.
  private static let digest = Result {
    let sink = HashingSink()
    try FileSource(path: "/proc/self/exe").copy(to: sink)
    return sink.digest
  }
}
