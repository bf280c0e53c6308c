import Cryptography
import StrictJSON
import Vocabulary

/// The keys that a root or a delegation lists (TUF 1.0, section 4.2.2).
///
/// Airlock checks Ed25519 alone. A key of another scheme is known by its name and counts for
/// nothing; whether a document may hold one is for the policy to say.
struct KeyRing: Equatable, Sendable {
  private let usable: [Digest: VerifyingKey]
  private let unusable: Set<Digest>
  /// The document, for what is said about it.
  private let file: String

  /// Reads `keys` of the document that is called `file`. Throws `tuf-key` for a key whose name
  /// isn't its hash, or that is no key.
  init(reading list: JSONValue, in file: String) throws(Refusal) {
    try asRefusal { () throws(JSONFault) in try list.expect(.object, "an object of keys") }
    var usable: [Digest: VerifyingKey] = [:]
    var unusable: Set<Digest> = []
    for (text, value) in list.members {
      guard let name = Digest(hex: text), try Self.names(of: value, file).contains(name) else {
        throw Refusal(.tufKey, "\(file) gives a key another name than its hash")
      }
      if let key = try Self.ed25519(value, file) {
        usable[name] = key
      } else {
        unusable.insert(name)
      }
    }
    self.usable = usable
    self.unusable = unusable
    self.file = file
  }

  /// Reads `keyids` and `threshold` of a role. Throws `tuf-key` for a key that isn't listed.
  func keys(ofRole value: JSONValue, _ role: String) throws(Refusal) -> RoleKeys {
    let (names, threshold) = try asRefusal { () throws(JSONFault) in
      let list = try value.require("keyids")
      try list.expect(.array, "an array of key names")
      var names: [Digest] = []
      for name in list.elements { names.append(try name.digest()) }
      return (names, try value.require("threshold").integer(1...Limits.maxInteger))
    }
    var keys: [Digest: VerifyingKey] = [:]
    for name in names {
      if let key = usable[name] {
        keys[name] = key
      } else if !unusable.contains(name) {
        throw Refusal(.tufKey, "\(file) names a key of \(role) that it doesn't hold")
      }
    }
    return RoleKeys(
      keys: keys, unusable: unusable.intersection(names), threshold: threshold)
  }

  /// Whether every key can be checked.
  var isUsable: Bool { unusable.isEmpty }

  /// The names that a key may have: the hash of the three members that make it a key, which is
  /// what most write, or of all that it has, as the specification reads.
  private static func names(of value: JSONValue, _ file: String) throws(Refusal) -> [Digest] {
    guard case .object(let members) = try CanonicalValue(value) else {
      throw Refusal(.tufKey, "\(file) holds a key that is no object")
    }
    let own = members.filter { ["keytype", "keyval", "scheme"].contains($0.name) }
    return [own, members].map { SHA256.hash(CanonicalValue.object($0).bytes) }
  }

  private static func ed25519(
    _ value: JSONValue, _ file: String
  ) throws(Refusal) -> VerifyingKey? {
    let (type, scheme, text) = try asRefusal(.tufKey, "\(file), a key") { () throws(JSONFault) in
      (
        try value.require("keytype").string(), try value.require("scheme").string(),
        try value.require("keyval").require("public").string()
      )
    }
    guard type == "ed25519", scheme == "ed25519" else { return nil }
    return VerifyingKey(hex: text)
  }
}
