public import Cryptography
public import Vocabulary

/// What a passphrase opens: the file that holds a person's secret S (design.md, "Who may do what").
public enum Slot {
  /// Whose slot it is.
  public enum Owner: Sendable {
    /// The room's custodian; their grant key goes into the slot.
    case custodian
    /// A contractor, with the custodian's key, so that grants of nobody else are taken.
    case person(custodian: VerifyingKey)
    /// The lab's operator.
    case lab

    fileprivate var word: String {
      switch self {
      case .custodian: "custodian"
      case .person: "person"
      case .lab: "lab"
      }
    }
  }

  /// A new secret and the slot that holds it, to be written where it belongs.
  ///
  /// Costs other than the standard one are for tests alone. Throws `Refusal` (`key-cost`) where
  /// there is no memory for it.
  public static func fresh(
    for owner: Owner, passphrase: borrowing SecretBytes, cost: Argon2Cost = .standard
  ) throws(Refusal) -> (file: [UInt8], keys: PersonKeys) {
    let secret = SecretBytes.random(count: SlotFile.secretBytes)
    return try reseal(
      PersonKeys(secret: secret, custodian: nil), for: owner, passphrase: passphrase, cost: cost)
  }

  /// A slot for the same secret under another passphrase.
  public static func reseal(
    _ keys: PersonKeys, for owner: Owner, passphrase: borrowing SecretBytes,
    cost: Argon2Cost = .standard
  ) throws(Refusal) -> (file: [UInt8], keys: PersonKeys) {
    let custodian: VerifyingKey? =
      switch owner {
      case .custodian: keys.grantKey.verifyingKey
      case .person(let key): key
      case .lab: nil
      }
    let keys = keys.trusting(custodian)
    let file = try keys.withSecret { secret throws(Refusal) in
      try SlotFile(
        sealing: secret, owner: owner.word, custodian: custodian, passphrase: passphrase,
        cost: cost)
    }
    return (file.encoded, keys)
  }

  /// Opens the slot at `path`.
  ///
  /// Throws `Failure` (not permitted) for a wrong passphrase and for a name that has no slot, after
  /// the same time as it takes to open; `Refusal` (`slot-form`, `slot-cost`) for a file that is no
  /// slot or states another cost, which would make guessing cheap or the machine run out of
  /// memory; `FileProblem` where it can't be read.
  public static func open(
    _ path: String, passphrase: borrowing SecretBytes, cost: Argon2Cost = .standard
  ) throws -> PersonKeys {
    let file: SlotFile
    do {
      let bytes = try PrivateFile.read(path, limit: SlotFile.limit)
      file = try SlotFile(parsing: bytes)
    } catch let problem as FileProblem where problem.isAbsence {
      try spendTime(passphrase, cost)
      throw wrong
    }
    guard file.cost == cost else {
      throw Refusal(
        "slot-cost", "\(path): a slot of another cost than ours, which was not opened")
    }
    guard let secret = try file.open(passphrase: passphrase) else { throw wrong }
    return PersonKeys(secret: secret, custodian: file.custodian)
  }

  private static let wrong = Failure(.notPermitted, "wrong name or passphrase")

  /// Makes a key as if there were a slot, so that the time doesn't tell who has one.
  private static func spendTime(
    _ passphrase: borrowing SecretBytes, _ cost: Argon2Cost
  ) throws(Refusal) {
    _ = try Argon2id.key(
      passphrase: passphrase, salt: SystemRandom.bytes(Argon2id.saltBytes), cost: cost)
  }
}
