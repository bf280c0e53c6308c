public import Cryptography

/// What a backup is sealed under: an age passphrase file, or an age file to recipients.
public enum BackupSeal: ~Copyable {
  case passphrase(SecretBytes)
  case recipients([AgeRecipient])

  func encryptor(_ sink: any ByteSink) throws -> AgeEncryptor {
    switch self {
    case .passphrase(let passphrase): try AgeEncryptor(passphrase: passphrase, sink: sink)
    case .recipients(let recipients): try AgeEncryptor(to: recipients, sink: sink)
    }
  }
}

/// What opens a backup.
public enum BackupKey: ~Copyable {
  case passphrase(SecretBytes)
  case identities([AgeIdentity])

  func decryptor(_ source: any ByteSource) throws -> AgeDecryptor {
    switch self {
    case .passphrase(let passphrase): try AgeDecryptor(source, passphrase: passphrase)
    case .identities(let identities):
      try AgeDecryptor(source, identities: identities, policy: .standard)
    }
  }
}
