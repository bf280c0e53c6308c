import BundleFormat
import Vocabulary

/// How much goes into one bundle before the next begins.
struct BundleLimits: Sendable {
  /// Tasks of one bundle.
  let tasks: Int64
  /// Bytes of its tar.
  let bytes: Int64

  /// The formats' own limits. A tar stays below what it may be, since padding adds up to an
  /// eighth to what can't be compressed, and the sealed file has the same limit.
  static let standard = BundleLimits(
    tasks: Int64(Limits.tasksPerBundle), bytes: Limits.sealed / 8 * 7 - (64 << 20))
}
