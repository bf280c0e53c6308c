import CSodium

/// Starts libsodium exactly once, before anything of it is used.
///
/// Every type here that reaches into libsodium touches `ready` first. Swift runs the initialiser
/// of a static once, whatever threads race for it; later touches cost one load.
enum Sodium {
  static let ready: Bool = {
    // −1 means that the system has no source of randomness: nothing here could be done safely.
    precondition(sodium_init() >= 0, "libsodium could not be started")
    return true
  }()

  /// Makes sure that libsodium has chosen its implementations and its source of randomness.
  static func start() {
    _ = ready
  }
}
