import Cryptography
import Store
import Vocabulary

/// Root keys as files to be kept offline (formats.md, section 3): `root-<keyid8>.age`, an age
/// passphrase file of one line.
enum RootKeyFiles {
  static func name(of key: SigningKey) -> String {
    "root-\(key.verifyingKey.keyID.hex.prefix(8)).age"
  }

  /// The file's bytes.
  static func sealed(
    _ key: SigningKey, passphrase: borrowing SecretBytes, workFactor: Int
  ) throws -> [UInt8] {
    var seed = key.seed().revealed()
    defer { seed.wipe() }
    var line = Array("airlock-root/1 \(Hex.encoded(seed))\n".utf8)
    defer { line.wipe() }
    return try AgeFile.sealed(line, passphrase: passphrase, workFactor: workFactor)
  }
}

/// Small age files under a passphrase.
enum AgeFile {
  /// The age file of `content`.
  static func sealed(
    _ content: [UInt8], passphrase: borrowing SecretBytes, workFactor: Int
  ) throws -> [UInt8] {
    let sink = MemorySink()
    let age = try AgeEncryptor(passphrase: passphrase, workFactor: workFactor, sink: sink)
    try age.write(content)
    try age.finish()
    return sink.bytes
  }
}
