import CLinux
import Glibc

/// What a process can give up about itself.
enum OwnProcess {
  /// No memory of it, nor of what it starts, is written to a core file.
  static func leaveNoCore() throws(WallFailure) {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0 else {
      throw WallFailure("a limit on core files")
    }
  }

  /// No other process of the same user may look into it, or trace it. Root's may.
  static func hide() throws(WallFailure) {
    guard airlock_hide() == 0 else { throw WallFailure("closed memory") }
  }

  /// Nothing it executes gains a right by that; the kernel asks for it before filters.
  static func gainNothing() throws(WallFailure) {
    guard airlock_gain_nothing() == 0 else {
      throw WallFailure("a lid on privileges")
    }
  }

  /// Gives up what root, or a namespace of one's own, has beyond an ordinary user.
  static func dropCapabilities() throws(WallFailure) {
    guard airlock_drop_capabilities() == 0 else { throw WallFailure("a process without powers") }
  }
}
