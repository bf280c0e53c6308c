import CLinux
import Glibc

/// A user and a network namespace of this process's own, in which there is nothing but `lo`.
enum OwnNamespace {
  /// The user that root is inside: a browser gives its own sandbox up for root, and needn't here.
  static let insteadOfRoot: UInt32 = 1000

  /// Moves this process there, with the loopback switched on.
  ///
  /// Only while there is one thread. What fails halfway leaves the process in between: see
  /// `isAllowed`.
  static func enter() throws(WallFailure) {
    let (user, group) = (geteuid(), getegid())
    let root: UInt32 = 0
    let inside = user == root ? insteadOfRoot : user
    let insideGroup = user == root ? insteadOfRoot : group
    guard airlock_unshare_user_and_network() == 0 else {
      throw WallFailure("a namespace of its own")
    }
    try write("deny", to: "/proc/self/setgroups")
    try write("\(inside) \(user) 1", to: "/proc/self/uid_map")
    try write("\(insideGroup) \(group) 1", to: "/proc/self/gid_map")
    guard airlock_loopback_up() == 0 else { throw WallFailure("a loopback of its own") }
  }

  /// Whether this machine lets this user have one, tried in a child; nil where it does.
  static func obstacle() -> WallFailure? {
    let child = airlock_fork()
    guard child >= 0 else { return WallFailure("a process to try a namespace in") }
    if child == 0 {
      do throws(WallFailure) {
        try enter()
        _exit(0)
      } catch {
        _exit(error.code)
      }
    }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    let code = (status >> 8) & 0xff
    return status == 0 ? nil : WallFailure("a namespace of its own", code: code == 0 ? EPERM : code)
  }

  private static func write(_ text: String, to path: String) throws(WallFailure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WallFailure(path) }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw WallFailure(path)
    }
  }
}
