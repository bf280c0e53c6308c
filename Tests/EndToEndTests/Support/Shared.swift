import Foundation
import TestSupport

/// The data and vectors that lie beside a checkout and are no part of it.
enum Shared {
  /// The package's root.
  static let root = SharedFolder.package

  /// `$AIRLOCK_SHARED`, else `../shared`; nil, and said, where there is neither.
  static let folder = SharedFolder.part("data")?.deletingLastPathComponent()

  static var isHere: Bool { folder != nil }
}
