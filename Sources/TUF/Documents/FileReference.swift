import Cryptography
import StrictJSON
import Vocabulary

/// What timestamp says of snapshot, and snapshot of targets (TUF 1.0, section 4.5).
struct FileReference: Equatable, Sendable {
  let version: Int64
  /// TUF lets length and hashes be left out.
  let length: Int64?
  let hashes: FileHashes?

  /// Describes a document of ours.
  init(version: Int64, bytes: [UInt8]) {
    self.version = version
    length = Int64(bytes.count)
    hashes = FileHashes(sha256: SHA256.hash(bytes))
  }

  init(reading value: JSONValue) throws(JSONFault) {
    version = try value.require("version").integer(1...Limits.maxInteger)
    length = try value["length"]?.integer()
    hashes = try value["hashes"].map { value throws(JSONFault) in try FileHashes(reading: value) }
  }

  /// Throws a json code unless length and SHA-256 are there, as formats.md, section 3, demands.
  func requireWhole(_ name: String) throws(Refusal) {
    guard length != nil, hashes?.sha256 != nil else {
      throw Refusal(.jsonMember, "what leads to \(name) needs its length and SHA-256")
    }
  }

  /// How many bytes of the document are worth reading.
  var limit: Int64 { min(length ?? Limits.metadata, Limits.metadata) }

  /// The document that this refers to, known as `name`: present, with these bytes, signed by enough
  /// of `keys`, of this version.
  func verified<Content: MetadataDocument>(
    _ file: [UInt8]?, name: String, by keys: RoleKeys
  ) throws(Refusal) -> VerifiedDocument<Content> {
    guard let file else { throw Refusal(.tufMissing, "\(version).\(name) isn't there") }
    try check(file, name: name)
    let document = try UnverifiedDocument<Content>(parsing: file, name: name).verified(by: keys)
    guard document.content.version == version else {
      throw Refusal(
        .tufVersion,
        "\(version).\(name) says that it is version \(document.content.version)")
    }
    return document
  }

  /// Throws `tuf-rollback` where `newer` is older than this.
  func checkSuccessor(_ newer: FileReference, name: String) throws(Refusal) {
    guard newer.version >= version else {
      throw Refusal(
        .tufRollback,
        "newer metadata leads back from version \(version) to \(newer.version) of \(name)")
    }
  }

  /// Throws `tuf-hash` unless these are the bytes that were meant. Safe before their signature
  /// is checked, since the reference is signed.
  private func check(_ bytes: [UInt8], name: String) throws(Refusal) {
    if let length, Int64(bytes.count) != length {
      throw Refusal(
        .tufHash, "\(version).\(name) has \(bytes.count) bytes, not the \(length) signed for")
    }
    guard hashes?.match(bytes) ?? true else {
      throw Refusal(.tufHash, "\(version).\(name) has another hash than the signed one")
    }
  }

  /// As a member's value in a document of ours.
  var canonical: CanonicalValue {
    .object([
      ("version", .integer(version)), ("length", .integer(length ?? 0)),
      ("hashes", .object([("sha256", .string(hashes?.name ?? ""))])),
    ])
  }
}
