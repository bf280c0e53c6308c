import Glibc

/// A folder that a person names and that isn't there yet.
enum NewFolder {
  /// Makes it, its owner's alone; false where that can't be done.
  static func make(_ path: String) -> Bool { unsafe mkdir(path, 0o700) == 0 }
}
