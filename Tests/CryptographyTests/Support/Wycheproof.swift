import Vocabulary

/// A file of Google's Wycheproof vectors: groups of cases with one verdict each.
struct Wycheproof<Group: Decodable>: Decodable {
  var testGroups: [Group]

  static func load(_ name: String) throws -> [Group] {
    try SharedVectors.json("vectors/wycheproof/\(name)_test.json", as: Self.self).testGroups
  }
}

enum Verdict: String, Decodable {
  case valid, invalid, acceptable
}

/// Bytes written as hexadecimal in a JSON string.
struct HexBytes: Decodable {
  var bytes: [UInt8]

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let bytes = Hex.decoded(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not hexadecimal"))
    }
    self.bytes = bytes
  }
}

/// A group of AEAD cases.
struct AEADGroup: Decodable {
  var tests: [Case]

  struct Case: Decodable {
    var tcId: Int
    var key, iv, aad, msg, ct, tag: HexBytes
    var result: Verdict
  }
}
