public import Cryptography
import Store
import StrictJSON
public import Vocabulary

extension LabService {
  /// Makes a lab in `home`, a folder that is empty or not there yet.
  ///
  /// The slot is written last: a home without one is no lab, so a power cut leaves nothing that
  /// looks like a lab and can't be opened.
  ///
  /// Throws `Failure` where there is a lab already, or the folder can't be made.
  public static func create(
    home: String, name: String, passphrase: borrowing SecretBytes, context: Context
  ) throws {
    try create(
      home: home, name: name, passphrase: passphrase, context: context, costs: .standard)
  }

  static func create(
    home: String, name: String, passphrase: borrowing SecretBytes, context: Context,
    costs: PassphraseCosts
  ) throws {
    let paths = LabPaths(home: home)
    guard !name.isEmpty else { throw Failure(.usage, "--name: a lab needs a name") }
    try refuseOther(paths)
    try PrivateFile.makeFolder(home)
    let lock = try HomeLock(home: home)
    defer { withExtendedLifetime(lock) {} }
    // Left by a power cut in an earlier init: its key is gone with the slot that wasn't written.
    try PrivateFile.remove(paths.database)
    try PrivateFile.remove(paths.database + "-wal")
    let (slot, keys) = try Slot.fresh(for: .lab, passphrase: passphrase, cost: costs.slot)
    let database = try EncryptedDatabase(
      path: paths.database, key: keys.labStoreKey(), create: true,
      migrations: LabTables.migrations)
    let now = context.now()
    try database.write { sql in
      try sql.run(
        "INSERT INTO lab (one, name, made) VALUES (1, ?, ?)", .text(name), .integer(now))
      try Journal(sql: sql, now: now).note("init") { $0.member("name", name) }
    }
    try database.close()
    try PrivateFile.write(slot, to: paths.slot, replace: false)
  }

  private static func refuseOther(_ paths: LabPaths) throws(Failure) {
    guard !PrivateFile.exists(paths.slot) else {
      throw Failure(.refused, "\(paths.home): there is a lab already")
    }
    // A room's home has these; its files must not be mixed with a lab's.
    for other in ["people", "room.sqlite"] where PrivateFile.exists("\(paths.home)/\(other)") {
      throw Failure(.refused, "\(paths.home): this is the home of a room")
    }
  }
}
