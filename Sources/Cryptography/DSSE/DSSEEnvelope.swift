public import Vocabulary

/// A payload and signatures over it as JSON (DSSE 1.0.2).
///
/// Reading one proves nothing; `verified` gives the payload that known keys signed.
public struct DSSEEnvelope: Hashable, Sendable {
  /// What the payload is, a media type; the signatures cover it.
  public let payloadType: String
  /// The payload, not verified.
  public let unverifiedPayload: [UInt8]
  /// 1 to 16 signatures, not verified.
  public let signatures: [DSSESignature]

  /// An envelope signed by each of `keys`.
  public init(signing payload: [UInt8], type: String, by keys: [SigningKey]) {
    precondition((1...Self.maxSignatures).contains(keys.count), "1 to 16 keys sign")
    let message = DSSE.preAuthentication(type: type, body: payload)
    payloadType = type
    unverifiedPayload = payload
    signatures = keys.map {
      DSSESignature(keyID: $0.verifyingKey.keyID.hex, signature: $0.signature(of: message))
    }
  }

  /// Reads an envelope. A pure function of the bytes.
  ///
  /// Members may stand in any order and with any JSON white space; `keyid` may be missing.
  /// Throws `dsse-form` for anything else, unknown and repeated members included.
  public init(parsing bytes: [UInt8]) throws(Refusal) {
    var reader = DSSEReader(bytes)
    var payload: [UInt8]?
    var type: String?
    var signatures: [DSSESignature]?
    try reader.object { reader, name throws(Refusal) in
      switch name {
      case "payload" where payload == nil: payload = try reader.base64()
      case "payloadType" where type == nil: type = try reader.string()
      case "signatures" where signatures == nil: signatures = try Self.signatures(&reader)
      default: throw reader.refusal("a member that is unknown or there twice")
      }
    }
    try reader.end()
    guard let payload, let type, let signatures else {
      throw reader.refusal("payload, payloadType or signatures is missing")
    }
    self.payloadType = type
    self.unverifiedPayload = payload
    self.signatures = signatures
  }

  /// The payload, once at least `threshold` different keys of `keys` have signed it as `type`.
  ///
  /// Throws `dsse-type` where it is something else, `dsse-signature` where too few have signed.
  public func verified(
    type: String, by keys: [VerifyingKey], threshold: Int = 1
  ) throws(Refusal) -> [UInt8] {
    precondition(threshold > 0, "somebody must have signed")
    let message = DSSE.preAuthentication(type: payloadType, body: unverifiedPayload)
    // Key ids are hints of whoever wrote the envelope: every key is tried on every signature.
    let signers = Set(keys).count { key in
      signatures.contains { key.verifies($0.signature, of: message) }
    }
    guard signers >= threshold else {
      throw Refusal(.dsseSignature, "signed by \(signers) known keys, where \(threshold) must")
    }
    guard payloadType == type else {
      throw Refusal(.dsseType, "the envelope holds something other than \(type)")
    }
    return unverifiedPayload
  }

  static let maxSignatures = 16

  private static func signatures(
    _ reader: inout DSSEReader
  ) throws(Refusal) -> [DSSESignature] {
    var signatures: [DSSESignature] = []
    try reader.array { reader throws(Refusal) in
      var keyID: String?
      var signature: [UInt8]?
      try reader.object { reader, name throws(Refusal) in
        switch name {
        case "keyid" where keyID == nil: keyID = try reader.string()
        case "sig" where signature == nil: signature = try reader.base64()
        default: throw reader.refusal("a member of a signature that is unknown or there twice")
        }
      }
      guard let signature, signatures.count < maxSignatures else {
        throw reader.refusal("a signature without sig, or more than \(maxSignatures) of them")
      }
      signatures.append(DSSESignature(keyID: keyID ?? "", signature: signature))
    }
    guard !signatures.isEmpty else { throw reader.refusal("no signature") }
    return signatures
  }
}
