import Cryptography
import Vocabulary

/// The bytes of a slot: a secret under a passphrase, and what is needed to open it.
///
/// Lines, each with a final LF, in this order; `custodian` is left out in the lab's:
/// ```
/// airlock slot/1
/// owner custodian | person | lab
/// argon2id <bytes of memory> <passes>
/// salt <32 hex>
/// custodian <64 hex: the public key that signs this room's grants>
/// nonce <48 hex>
/// secret <96 hex: the 32 bytes sealed, then the tag>
/// ```
/// Associated data is the file without the digits of `secret`.
struct SlotFile: Equatable {
  private static let magic = "airlock slot/1"
  static let secretBytes = 32
  /// More than any slot has.
  static let limit = 4096

  let owner: String
  let cost: Argon2Cost
  let salt: [UInt8]
  let custodian: VerifyingKey?
  let nonce: [UInt8]
  let sealed: [UInt8]

  /// Seals a secret of 32 bytes under a passphrase.
  init(
    sealing secret: borrowing SecretBytes, owner: String, custodian: VerifyingKey?,
    passphrase: borrowing SecretBytes, cost: Argon2Cost
  ) throws(Refusal) {
    self.owner = owner
    self.cost = cost
    self.custodian = custodian
    salt = SystemRandom.bytes(Argon2id.saltBytes)
    nonce = SystemRandom.bytes(XChaCha20Poly1305.nonceBytes)
    let key = try Argon2id.key(passphrase: passphrase, salt: salt, cost: cost)
    let head = Self.head(owner, cost, salt, custodian, nonce)
    sealed = XChaCha20Poly1305.seal(
      secret, associated: Self.associated(head), nonce: nonce, key: key)
  }

  /// Reads a slot; throws `slot-form` for anything that `encoded` would not write.
  init(parsing bytes: [UInt8]) throws(Refusal) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.malformed }
    var values: [String: Substring] = [:]
    for line in text.unicodeScalars.split(separator: "\n").map(Substring.init).dropFirst() {
      let name = line.prefix { $0 != " " }
      values[String(name)] = line.dropFirst(name.count + 1)
    }
    let numbers = values["argon2id", default: ""].split(separator: " ").map { Int($0) }
    guard let owner = values["owner"], numbers.count == 2, let memory = numbers[0],
      let passes = numbers[1], let salt = Hex.decoded(values["salt", default: ""]),
      let nonce = Hex.decoded(values["nonce", default: ""]),
      let sealed = Hex.decoded(values["secret", default: ""]),
      salt.count == Argon2id.saltBytes, nonce.count == XChaCha20Poly1305.nonceBytes,
      sealed.count == Self.secretBytes + XChaCha20Poly1305.tagBytes
    else { throw Self.malformed }
    self.owner = String(owner)
    cost = Argon2Cost(memoryBytes: memory, passes: passes)
    self.salt = salt
    custodian = values["custodian"].flatMap { VerifyingKey(hex: $0) }
    self.nonce = nonce
    self.sealed = sealed
    // One slot has one spelling: what was read must be what would be written.
    guard encoded == bytes else { throw Self.malformed }
  }

  /// The file.
  var encoded: [UInt8] {
    Array((Self.head(owner, cost, salt, custodian, nonce) + Hex.encoded(sealed) + "\n").utf8)
  }

  /// The secret; nil for a wrong passphrase, and where a byte of the file was changed.
  func open(passphrase: borrowing SecretBytes) throws(Refusal) -> SecretBytes? {
    let key = try Argon2id.key(passphrase: passphrase, salt: salt, cost: cost)
    let head = Self.head(owner, cost, salt, custodian, nonce)
    return XChaCha20Poly1305.openSecret(
      sealed, associated: Self.associated(head), nonce: nonce, key: key)
  }

  private static let malformed = Refusal("slot-form", "this is no slot of Airlock's")

  /// Everything up to the digits of `secret`.
  private static func head(
    _ owner: String, _ cost: Argon2Cost, _ salt: [UInt8], _ custodian: VerifyingKey?,
    _ nonce: [UInt8]
  ) -> String {
    var lines = [
      magic, "owner \(owner)", "argon2id \(cost.memoryBytes) \(cost.passes)",
      "salt \(Hex.encoded(salt))",
    ]
    if let custodian { lines.append("custodian \(custodian.hex)") }
    lines.append("nonce \(Hex.encoded(nonce))")
    return lines.joined(separator: "\n") + "\nsecret "
  }

  private static func associated(_ head: String) -> [UInt8] { Array((head + "\n").utf8) }
}
