public import Cryptography
import Store
public import Vocabulary

/// Root keys as files to be kept offline (formats.md, section 3): `root-<keyid8>.age`, an age
/// passphrase file of one line.
public enum RootKeyFiles {
  private static let prefix = Array("airlock-root/1 ".utf8)

  /// What people call a key: the first eight digits of its name in TUF.
  public static func shortName(of key: VerifyingKey) -> String { String(key.keyID.hex.prefix(8)) }

  /// The name of the key's file.
  public static func fileName(of key: VerifyingKey) -> String { "root-\(shortName(of: key)).age" }

  /// Makes a key, puts it into `folder` under its holder's passphrase, and returns its public half.
  ///
  /// Throws `Failure` where the folder can't be written.
  public static func make(
    in folder: String, passphrase: borrowing SecretBytes
  ) throws -> VerifyingKey {
    try make(in: folder, passphrase: passphrase, costs: .standard)
  }

  static func make(
    in folder: String, passphrase: borrowing SecretBytes, costs: PassphraseCosts
  ) throws -> VerifyingKey {
    let key = SigningKey.generate()
    try write(key, to: folder, passphrase: passphrase, costs: costs)
    return key.verifyingKey
  }

  /// Puts a key into `folder`, which is made where it is missing.
  static func write(
    _ key: SigningKey, to folder: String, passphrase: borrowing SecretBytes, costs: PassphraseCosts
  ) throws {
    var seed = key.seed().revealed()
    defer { seed.wipe() }
    var line = prefix + Array("\(Hex.encoded(seed))\n".utf8)
    defer { line.wipe() }
    let file = try AgeFile.sealed(line, passphrase: passphrase, workFactor: costs.workFactor)
    try PrivateFile.makeFolder(folder)
    try PrivateFile.write(
      file, to: "\(folder)/\(fileName(of: key.verifyingKey))", replace: false)
  }

  /// Opens a key's file with its holder's passphrase.
  ///
  /// Throws `Failure`: not permitted for a wrong passphrase, bad input for a file that holds no
  /// root key.
  public static func open(
    _ path: String, passphrase: borrowing SecretBytes
  ) throws(Failure) -> SigningKey {
    let file = try InputFile.read(path, limit: Limits.ageHeader)
    var line = try content(of: file, path, passphrase)
    defer { line.wipe() }
    if line.last == 0x0A { line.removeLast() }
    guard line.starts(with: prefix),
      var seed = Hex.decoded(String(decoding: line.dropFirst(prefix.count), as: UTF8.self)),
      seed.count == SigningKey.seedLength
    else { throw Failure(.badInput, "\(path): holds no root key of Airlock") }
    return SigningKey(seed: SecretBytes(wiping: &seed))
  }

  private static func content(
    of file: [UInt8], _ path: String, _ passphrase: borrowing SecretBytes
  ) throws(Failure) -> [UInt8] {
    do {
      return try AgeDecryptor(MemorySource(file), passphrase: passphrase).readAll(
        limit: Int64(Limits.ageHeader))
    } catch let refusal as Refusal where refusal.code == .ageNoMatch {
      throw Failure(.notPermitted, "\(path): this passphrase doesn't open it")
    } catch {
      throw Failure(.badInput, "\(path): is no age file under a passphrase: \(error)")
    }
  }
}
