import CLinux
import Glibc

/// Holds this process, and what it starts, to some files and folders.
enum Landlock {
  /// Rights beneath one path.
  struct Rule {
    let path: String
    let rights: LandlockRights
    /// Whether it is an error when the path isn't there.
    var isRequired = false
  }

  /// The version that the kernel speaks; 0 where it has none or it is switched off.
  static var version: Int { max(0, Int(airlock_landlock_abi())) }

  /// Denies every file right that the rules don't give, and TCP where the kernel can.
  ///
  /// - Parameters:
  ///   - deniesTCP: whether binding and connecting TCP sockets is denied (from version 4).
  ///   - leaving: rights that stay free everywhere.
  static func restrict(
    to rules: [Rule], deniesTCP: Bool, leaving: LandlockRights = []
  ) throws(WallFailure) {
    let version = version
    let handled = LandlockRights.known(to: version).subtracting(leaving)
    let network: UInt64 = deniesTCP && version >= 4 ? 0b11 : 0
    // Sockets without a file, which a namespace of one's own has none of anyway.
    let scopes: UInt64 = deniesTCP && version >= 6 ? 0b1 : 0
    let ruleset = airlock_landlock_create(handled.rawValue, network, scopes)
    guard ruleset >= 0 else { throw WallFailure("Landlock") }
    defer { close(ruleset) }
    for rule in rules { try allow(rule, handled, in: ruleset) }
    guard airlock_landlock_restrict(ruleset) == 0 else { throw WallFailure("Landlock") }
  }

  private static func allow(
    _ rule: Rule, _ handled: LandlockRights, in ruleset: Int32
  ) throws(WallFailure) {
    let descriptor = unsafe airlock_name(rule.path)
    guard descriptor >= 0 else {
      guard rule.isRequired else { return }
      throw WallFailure("Landlock for \(rule.path)")
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw WallFailure(rule.path) }
    var rights = rule.rights.intersection(handled)
    if status.st_mode & S_IFMT != S_IFDIR { rights.formIntersection(.ofFiles) }
    guard !rights.isEmpty else { return }
    guard airlock_landlock_allow(ruleset, descriptor, rights.rawValue) == 0 else {
      throw WallFailure("Landlock for \(rule.path)")
    }
  }
}
