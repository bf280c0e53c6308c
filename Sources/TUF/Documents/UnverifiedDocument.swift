import StrictJSON
import Vocabulary

/// A metadata file that is well-formed JSON with `signed` and `signatures`, and nothing more: who
/// signed it is not known yet (TUF 1.0, section 4.2.1).
struct UnverifiedDocument<Content: MetadataDocument>: Sendable {
  /// More signatures than these are refused, so that a document can't cost minutes to check.
  static var signatureLimit: Int { 64 }

  /// What people call it.
  let name: String
  /// The file as it came.
  let bytes: [UInt8]
  /// The canonical form of `signed`, over which signatures are made.
  let message: [UInt8]
  let signatures: [MetadataSignature]
  private let signed: JSONValue

  /// Checks the form of a file of at most `limit` bytes. Throws json codes, `tuf-form`,
  /// `tuf-limit`, and `tuf-signature` where one key's name is there twice.
  init(
    parsing bytes: [UInt8], limit: Int64 = Limits.metadata, name: String = Content.role.fileName
  ) throws(Refusal) {
    guard Int64(bytes.count) <= limit else {
      throw Refusal(.tufLimit, "\(name) has \(bytes.count) bytes; at most \(limit) are read")
    }
    let (signed, list) = try asRefusal { () throws(JSONFault) in
      let root = try JSONDocument(bytes).root
      let list = try root.require("signatures")
      try list.expect(.array, "an array of signatures")
      return (try root.require("signed"), list)
    }
    guard list.count <= Self.signatureLimit else {
      throw Refusal(.tufLimit, "\(name) has more than \(Self.signatureLimit) signatures")
    }
    var signatures: [MetadataSignature] = []
    var names: Set<Digest> = []
    for value in list.elements {
      guard let signature = try Self.signature(value) else { continue }
      guard names.insert(signature.keyID).inserted else {
        throw Refusal(.tufSignature, "\(name) bears two signatures under one key's name")
      }
      signatures.append(signature)
    }
    self.name = name
    self.bytes = bytes
    self.signed = signed
    self.signatures = signatures
    message = try CanonicalValue(signed).bytes
  }

  /// One signature; nil for a key name that isn't ours to know, as TUF allows other forms.
  private static func signature(_ value: JSONValue) throws(Refusal) -> MetadataSignature? {
    let (name, text) = try asRefusal { () throws(JSONFault) in
      (try value.require("keyid").string(), try value.require("sig").string())
    }
    return Digest(hex: name).map { MetadataSignature(keyID: $0, bytes: Hex.decoded(text) ?? []) }
  }

  /// What the document says of itself, not to be believed before it is verified: a root must be
  /// read to know its own keys, and a candidate's version to know what is missing.
  func claim() throws(Refusal) -> Content {
    let header = try MetadataHeader(reading: signed, role: Content.role)
    return try Content(reading: signed, header: header)
  }

  /// The version that it claims; nil where it says none.
  var claimedVersion: Int64? { try? signed["version"]?.integer(1...Limits.maxInteger) }

  /// Throws `tuf-signature` unless enough keys of `role` signed.
  func check(by role: RoleKeys) throws(Refusal) {
    let count = role.signers(of: message, signatures).count
    guard Int64(count) >= role.threshold else {
      throw Refusal(
        .tufSignature,
        "\(name) is signed by \(count) of the \(role.threshold) keys it needs")
    }
  }

  /// Checks that enough keys of `role` signed, then reads the content. Throws `tuf-signature`, and
  /// what reading throws.
  func verified(by role: RoleKeys) throws(Refusal) -> VerifiedDocument<Content> {
    try check(by: role)
    return VerifiedDocument(bytes: bytes, message: message, content: try claim())
  }

  /// Reads a document that was verified before it was stored.
  func remembered() throws(Refusal) -> VerifiedDocument<Content> {
    VerifiedDocument(bytes: bytes, message: message, content: try claim())
  }
}

extension UnverifiedDocument where Content: RootContent {
  /// Checks the signatures of the root's own keys.
  func verifiedBySelf() throws(Refusal) -> VerifiedDocument<Content> {
    let content = try claim()
    try check(by: content.metadata.keys(of: .root))
    return VerifiedDocument(bytes: bytes, message: message, content: content)
  }
}

/// A document that enough keys of its role signed. Only `UnverifiedDocument` makes one, which is why
/// both stand in one file.
struct VerifiedDocument<Content: MetadataDocument>: Sendable {
  /// The file as it came.
  let bytes: [UInt8]
  /// The canonical form of `signed`: two documents with the same one say the same, whoever else
  /// signed.
  let message: [UInt8]
  let content: Content

  fileprivate init(bytes: [UInt8], message: [UInt8], content: Content) {
    self.bytes = bytes
    self.message = message
    self.content = content
  }
}
