public import Cryptography
import Store
import Vocabulary

/// A new passphrase for the same secret (`rekey`): keys, grants and what the lab knows of a person
/// stay as they are.
///
/// A copy of the old slot still opens under the old passphrase. Who fears that somebody has both
/// needs a new secret: `person recover`.
public enum PassphraseChange {
  /// Changes the passphrase of the person called `name`, of the custodian where nil.
  ///
  /// Throws `Failure(.notPermitted)` for a wrong one.
  public static func run(
    _ home: RoomHome, of name: String?, from old: borrowing SecretBytes,
    to new: borrowing SecretBytes
  ) throws {
    let lock = try HomeLock(home: home.path)
    defer { withExtendedLifetime(lock) {} }
    let who = try name.map(home.who) ?? WhoName.custodian
    let keys = try Slot.open(home.slot(who), passphrase: old)
    let owner: Slot.Owner
    if name == nil {
      owner = .custodian
    } else if let custodian = keys.custodian {
      owner = .person(custodian: custodian)
    } else {
      throw Refusal("slot-form", "the slot names no custodian whose grants count")
    }
    let changed = try Slot.reseal(keys, for: owner, passphrase: new)
    try PrivateFile.write(changed.file, to: home.slot(who), replace: true)
  }
}
