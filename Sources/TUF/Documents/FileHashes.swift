import Cryptography
import StrictJSON
import Vocabulary

/// Hashes of a file, of which all that are known must match (TUF 1.0, section 4.5).
struct FileHashes: Hashable, Sendable {
  let sha256: Digest?
  private let sha512: [UInt8]?

  init(sha256: Digest) {
    self.sha256 = sha256
    sha512 = nil
  }

  /// Reads an object of hashes by algorithm. Throws where none of them can be checked: a file
  /// whose hash nobody looks at would be no better than one without.
  init(reading value: JSONValue) throws(JSONFault) {
    try value.expect(.object, "an object of hashes")
    sha256 = try value["sha256"]?.digest()
    sha512 = try value["sha512"].map { value throws(JSONFault) in
      guard let bytes = Hex.decoded(try value.string()), bytes.count == SHA512.length else {
        throw value.fault(.value, "128 lowercase hexadecimal digits")
      }
      return bytes
    }
    guard sha256 != nil || sha512 != nil else {
      throw value.fault(.value, "a SHA-256 or SHA-512 hash among others")
    }
  }

  /// Whether the file has these hashes.
  func match(_ bytes: [UInt8]) -> Bool {
    if let sha256, SHA256.hash(bytes) != sha256 { return false }
    if let sha512, SHA512.hash(bytes) != sha512 { return false }
    return true
  }

  /// The hash that stands in the name of a file.
  var name: String { sha256?.hex ?? Hex.encoded(sha512 ?? []) }
}
