import Cryptography
import StrictJSON
import Vocabulary

/// What timestamp says of snapshot, and snapshot of targets (TUF 1.0, section 4.4). TUF lets
/// length and hash be left out; formats.md, section 3, does not.
struct FileReference: Equatable, Sendable {
  let version: Int64
  let length: Int64
  let sha256: Digest

  /// Describes a document of ours.
  init(version: Int64, bytes: [UInt8]) {
    self.version = version
    length = Int64(bytes.count)
    sha256 = SHA256.hash(bytes)
  }

  /// Reads the only member of `meta`, which must be `role`'s document: a channel has no
  /// delegations.
  init(readingMetaOf signed: JSONValue, role: Role) throws(Refusal) {
    self = try asRefusal { () throws(JSONFault) in
      let meta = try signed.require("meta")
      try meta.onlyMembers([role.fileName])
      return try FileReference(reading: meta.require(role.fileName))
    }
  }

  private init(reading value: JSONValue) throws(JSONFault) {
    version = try value.require("version").integer(1...Limits.maxInteger)
    length = try value.require("length").integer()
    sha256 = try value.require("hashes").require("sha256").digest()
  }

  /// Throws `tuf-hash` unless these are the bytes that were meant. Safe before their signature
  /// is checked, since the reference is signed.
  func check(_ bytes: [UInt8], role: Role) throws(Refusal) {
    guard Int64(bytes.count) == length else {
      let name = role.fileName(version: version)
      throw Refusal(.tufHash, "\(name) has \(bytes.count) bytes, not the \(length) signed for")
    }
    guard SHA256.hash(bytes) == sha256 else {
      throw Refusal(
        .tufHash, "\(role.fileName(version: version)) has another SHA-256 than the signed one")
    }
  }

  /// As a member's value in a document of ours.
  var canonical: CanonicalValue {
    .object([
      ("version", .integer(version)), ("length", .integer(length)),
      ("hashes", .object([("sha256", .string(sha256.hex))])),
    ])
  }
}
