import Cryptography
import StrictJSON
import Vocabulary

/// For which targets a delegated role may speak (TUF 1.0, section 4.6).
enum PathRule: Equatable, Sendable {
  case patterns([PathPattern])
  /// Beginnings of the SHA-256, in hexadecimal digits, of a target's path.
  case hashPrefixes([String])

  /// Reads `paths` or `path_hash_prefixes`, of which one must be there and not both.
  init(reading value: JSONValue) throws(JSONFault) {
    switch (value["paths"], value["path_hash_prefixes"]) {
    case (let paths?, nil): self = .patterns(try Self.strings(paths).map { PathPattern($0) })
    case (nil, let prefixes?): self = .hashPrefixes(try Self.strings(prefixes))
    default: throw value.fault(.value, "either \"paths\" or \"path_hash_prefixes\"")
    }
  }

  /// Whether the role may speak for `path`.
  func matches(_ path: String) -> Bool {
    switch self {
    case .patterns(let patterns): return patterns.contains { $0.matches(path) }
    case .hashPrefixes(let prefixes):
      let digits = SHA256.hash(Array(path.utf8)).hex
      return prefixes.contains { digits.hasPrefix($0) }
    }
  }

  private static func strings(_ list: JSONValue) throws(JSONFault) -> [String] {
    try list.expect(.array, "an array of strings")
    var strings: [String] = []
    for value in list.elements { strings.append(try value.string()) }
    return strings
  }
}
