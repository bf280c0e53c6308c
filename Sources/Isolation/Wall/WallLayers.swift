import Glibc

/// Which layers of the wall hold, or would hold, on this machine.
public struct WallLayers: Equatable, Sendable {
  /// The namespace with nothing but a loopback in it.
  public enum Namespace: Equatable, Sendable {
    /// Server and browser are in it.
    case held
    /// Not asked for: the browser is somebody else's.
    case unused
    /// Refused by the system, for this reason.
    case refused(WallFailure)
  }

  /// Whether the network is shut out by a namespace.
  public internal(set) var namespace: Namespace
  /// The kernel's version of Landlock, 0 where it has none.
  public let landlock: Int
  /// Whether system calls are filtered.
  public let hasSeccomp: Bool
  /// Whether this is root, against whose other processes nothing of this helps.
  public let isRoot: Bool

  /// What this machine lets this user have. Only while there is one thread.
  public static func survey() -> WallLayers {
    WallLayers(
      namespace: OwnNamespace.obstacle().map { .refused($0) } ?? .held,
      landlock: Landlock.version, hasSeccomp: SyscallFilter.isAvailable, isRoot: geteuid() == 0)
  }

  /// Whether everything holds that there is.
  public var isWhole: Bool { namespace == .held && landlock > 0 && hasSeccomp && !isRoot }
}
