import Cryptography
import Vocabulary

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
