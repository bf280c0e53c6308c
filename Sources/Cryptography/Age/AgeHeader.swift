import Vocabulary

/// The header of an age file (age v1, "Header"): read strictly, so that there is one form only.
struct AgeHeader: Sendable {
  static let versionLine = Array("age-encryption.org/v1\n".utf8)
  static let macMark = Array("---".utf8)

  /// At least one stanza.
  let stanzas: [AgeStanza]
  /// 32 bytes that authenticate the header.
  let mac: [UInt8]
  /// What the MAC covers: everything up to and including its mark.
  let authenticated: [UInt8]
  /// How many bytes the header has; the payload begins after them.
  let byteCount: Int

  /// Reads the header at the start of `bytes`, which may go on after it.
  ///
  /// A pure function. Throws `age-header` where it is not exactly what the grammar of age v1
  /// allows, or longer than `Limits.ageHeader`.
  init(parsing bytes: [UInt8]) throws(Refusal) {
    var lines = AgeHeaderLines(bytes.prefix(Limits.ageHeader))
    guard try lines.next() == Self.versionLine.dropLast() else {
      throw Refusal(.ageHeader, "not an age file of version 1")
    }
    var stanzas: [AgeStanza] = []
    while true {
      let start = lines.position
      let line = try lines.next()
      if line.starts(with: Self.macMark) {
        mac = try Self.mac(line)
        authenticated = Array(bytes[..<(start + Self.macMark.count)])
        byteCount = lines.position
        break
      }
      stanzas.append(try Self.stanza(line, &lines))
    }
    guard !stanzas.isEmpty else { throw Refusal(.ageHeader, "the header has no stanza") }
    self.stanzas = stanzas
  }

  /// Writes a header of these stanzas, authenticated by the file key.
  static func encoded(_ stanzas: [AgeStanza], fileKey: borrowing SecretBytes) -> [UInt8] {
    let authenticated = versionLine + stanzas.flatMap(\.encoded) + macMark
    let mac = mac(of: authenticated, fileKey: fileKey)
    return authenticated + [0x20] + Base64.encoded(mac, .unpadded) + [0x0a]
  }

  /// Throws `age-mac` unless the header is the one that was made with this file key.
  func authenticate(fileKey: borrowing SecretBytes) throws(Refusal) {
    let expected = Self.mac(of: authenticated, fileKey: fileKey)
    guard ConstantTime.equal(mac, expected) else {
      throw Refusal(.ageMAC, "the header of the age file was changed")
    }
  }

  private static func mac(
    of authenticated: [UInt8], fileKey: borrowing SecretBytes
  ) -> [UInt8] {
    let key = HKDF.sha256(fileKey, info: "header")
    return HMACSHA256.code(for: authenticated, key: key).bytes
  }

  private static func mac(_ line: ArraySlice<UInt8>) throws(Refusal) -> [UInt8] {
    let text = line.dropFirst(macMark.count + 1)
    guard line.starts(with: macMark + [0x20]), let mac = Base64.decoded(text, .unpadded),
      mac.count == 32
    else {
      throw Refusal(.ageHeader, "the age header's MAC is not 32 bytes in canonical base64")
    }
    return mac
  }

  private static func stanza(
    _ line: ArraySlice<UInt8>, _ lines: inout AgeHeaderLines
  ) throws(Refusal) -> AgeStanza {
    guard line.starts(with: Array("-> ".utf8)) else {
      throw Refusal(.ageHeader, "a line of the age header begins neither a stanza nor the MAC")
    }
    let words = line.dropFirst(3).split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x21...0x7e).contains($0) } }) else {
      throw Refusal(.ageHeader, "an argument of a stanza is empty or not printable ASCII")
    }
    let arguments = words.map { String(decoding: $0, as: UTF8.self) }
    return AgeStanza(arguments: arguments, body: try body(&lines))
  }

  private static func body(_ lines: inout AgeHeaderLines) throws(Refusal) -> [UInt8] {
    var text: [UInt8] = []
    while true {
      let line = try lines.next()
      text += line
      if line.count < AgeStanza.columns { break }
      guard line.count == AgeStanza.columns else {
        throw Refusal(.ageHeader, "a line of a stanza's body is longer than 64 characters")
      }
    }
    guard let body = Base64.decoded(text, .unpadded) else {
      throw Refusal(.ageHeader, "a stanza's body is not canonical base64")
    }
    return body
  }
}
