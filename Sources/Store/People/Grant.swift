public import Cryptography
public import Vocabulary

/// What a contractor needs to open one project's store: `grants/<project>/<who>.dsse`.
///
/// Granted part (32 bytes) ‖ key of room.sqlite (32) ‖ the person's id in this project (16) ‖ the
/// project's id (16), as an age file to the person's recipient, as the payload of a DSSE envelope
/// that the custodian's grant key signs. The project's id is there so that a grant which was moved
/// to another project's folder is known for what it is.
public final class Grant: Sendable {
  private static let payloadType = "application/vnd.airlock.grant.v1+age"
  private static let partBytes = 32
  private static let plainBytes = 2 * partBytes + 2 * ID.length
  /// More than any grant has.
  private static let limit = 16 << 10

  /// The project whose store it opens.
  public let project: ID
  /// The person's id in this project.
  public let person: ID
  /// The key of room.sqlite.
  public let roomKey: SecretBytes
  private let granted: SecretBytes

  /// A grant to be sealed; both secrets have 32 bytes.
  public init(
    project: ID, person: ID, granted: consuming SecretBytes, roomKey: consuming SecretBytes
  ) {
    self.project = project
    self.person = person
    self.granted = granted
    self.roomKey = roomKey
  }

  /// The file for one person, signed by the custodian.
  public func sealed(to recipient: AgeRecipient, by custodian: SigningKey) throws -> [UInt8] {
    var plain = granted.revealed() + roomKey.revealed() + person.bytes + project.bytes
    defer { plain.wipe() }
    let sink = MemorySink()
    let encryptor = try AgeEncryptor(to: [recipient], sink: sink)
    try encryptor.write(plain[...])
    try encryptor.finish()
    return DSSEEnvelope(signing: sink.bytes, type: Self.payloadType, by: [custodian]).encoded
  }

  /// Opens the grant at `path`.
  ///
  /// Throws `Failure` (not permitted) where there is none; `Refusal` where the custodian in the
  /// person's slot did not sign it (`dsse-signature`), where it is sealed to somebody else
  /// (`age-no-match`), belongs to another project (`grant-project`) or has another form.
  public static func open(_ path: String, project: ID, by keys: PersonKeys) throws -> Grant {
    let file: [UInt8]
    do throws(FileProblem) {
      file = try PrivateFile.read(path, limit: limit)
    } catch {
      guard error.isAbsence else { throw error }
      throw Failure(.notPermitted, "no grant for project \(project): ask the custodian for one")
    }
    return try Grant(opening: file, project: project, by: keys)
  }

  private convenience init(opening file: [UInt8], project: ID, by keys: PersonKeys) throws {
    guard let custodian = keys.custodian else {
      throw Refusal("grant-form", "this slot names no custodian whose grants count")
    }
    let sealed = try DSSEEnvelope(parsing: file).verified(
      type: Self.payloadType, by: [custodian])
    let decryptor = try AgeDecryptor(
      MemorySource(sealed), identities: [keys.seal], policy: .exchange)
    var plain = try decryptor.readAll(limit: Int64(Self.plainBytes))
    defer { plain.wipe() }
    guard plain.count == Self.plainBytes,
      let person = ID(bytes: plain[(2 * Self.partBytes)..<(2 * Self.partBytes + ID.length)])
    else { throw Refusal("grant-form", "a grant has \(Self.plainBytes) bytes") }
    guard plain.suffix(ID.length) == project.bytes[...] else {
      throw Refusal("grant-project", "this grant is for another project")
    }
    self.init(
      project: project, person: person,
      granted: SecretBytes(copying: Array(plain[..<Self.partBytes])),
      roomKey: SecretBytes(copying: Array(plain[Self.partBytes..<(2 * Self.partBytes)])))
  }

  /// The key of the project's store, with the erase part at this path.
  public func storeKey(erase path: String) throws -> SecretBytes {
    try EraseFile.storeKey(granted: granted, erase: path)
  }
}
