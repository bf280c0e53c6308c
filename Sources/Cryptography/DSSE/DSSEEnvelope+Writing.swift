extension DSSEEnvelope {
  /// The envelope in the one form that we write: no white space, members in this order.
  public var encoded: [UInt8] {
    var bytes = Array(#"{"payload":""#.utf8) + Base64.encoded(unverifiedPayload, .padded)
    bytes += Array(#"","payloadType":"#.utf8) + Self.quoted(payloadType)
    bytes += Array(#","signatures":["#.utf8)
    for (index, signature) in signatures.enumerated() {
      if index > 0 { bytes.append(0x2c) }
      bytes += Array(#"{"keyid":"#.utf8) + Self.quoted(signature.keyID)
      bytes += Array(#","sig":""#.utf8) + Base64.encoded(signature.signature, .padded)
      bytes += Array(#""}"#.utf8)
    }
    return bytes + Array("]}".utf8)
  }

  /// A JSON string.
  private static func quoted(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0x22]
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5c: bytes += [0x5c, byte]
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array(#"\u00"#.utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    return bytes + [0x22]
  }
}
