/// Where things lie in a lab's home.
struct LabPaths: Sendable {
  let home: String

  /// What opens with the lab's passphrase.
  var slot: String { "\(home)/lab.slot" }
  var database: String { "\(home)/lab.sqlite" }
  /// Root keys, each in a file under a passphrase, to be moved away.
  var rootKeys: String { "\(home)/root" }
  /// Sealed bundles that rooms have not acknowledged.
  var outbox: String { "\(home)/outbox" }
  /// Archives on their way from a stick, as ciphertext without a name.
  var spool: String { "\(home)/spool" }
  /// Result archives as they came.
  var archives: String { "\(home)/archives" }
}
