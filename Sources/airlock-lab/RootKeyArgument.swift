import Cryptography
import Lab
import Vocabulary

/// Root keys on a command line.
enum RootKeyArgument {
  /// Public keys, 64 hexadecimal digits each.
  static func keys(_ texts: [String], option: String) throws(Failure) -> [VerifyingKey] {
    var keys: [VerifyingKey] = []
    for text in texts {
      guard let key = VerifyingKey(hex: text.lowercased()) else {
        throw Failure(
          .usage, "\(option) \(text): a public root key has 64 digits from 0 to 9 and a to f")
      }
      keys.append(key)
    }
    return keys
  }

  /// Keys out of `known`, by the first digits of their names, as `root-….age` and `root show` give
  /// them, or in full.
  static func named(
    _ names: [String], of known: [VerifyingKey], option: String
  ) throws(Failure) -> [VerifyingKey] {
    var keys: [VerifyingKey] = []
    for name in names {
      let found = known.filter { key in
        name.count >= 8 && (key.keyID.hex.hasPrefix(name) || key.hex == name)
      }
      guard found.count == 1, let key = found.first else {
        let there = known.map { RootKeyFiles.shortName(of: $0) }.joined(separator: ", ")
        throw Failure(.usage, "\(option) \(name): is none of the root keys; there are \(there)")
      }
      keys.append(key)
    }
    return keys
  }
}
