import Cryptography
import StrictJSON
import Vocabulary

extension RootDocument: MetadataDocument {
  static var role: Role { .root }

  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal) {
    let consistent = try asRefusal { () throws(JSONFault) in
      try signed.require("consistent_snapshot").bool()
    }
    guard consistent else {
      throw Refusal(.tufForm, "root.json doesn't ask for consistent snapshots")
    }
    let binding = try Self.binding(signed)
    project = binding.project
    seal = binding.seal
    roles = try Self.roles(signed)
    self.header = header
    version = header.version
  }

  private static func binding(
    _ signed: JSONValue
  ) throws(Refusal) -> (project: ID, seal: [AgeRecipient]) {
    let (project, texts) = try asRefusal(.binding, "root.json, x-airlock") {
      () throws(JSONFault) in
      let binding = try signed.require("x-airlock")
      let list = try binding.require("seal")
      try list.expect(.array, "an array of age recipients")
      var texts: [String] = []
      for recipient in list.elements { texts.append(try recipient.string()) }
      return (try binding.require("project").id(), texts)
    }
    guard !texts.isEmpty else {
      throw Refusal(.binding, "root.json names nobody to whom results could be sealed")
    }
    var seal: [AgeRecipient] = []
    for text in texts {
      do {
        seal.append(try AgeRecipient(text))
      } catch {
        throw Refusal(.binding, "root.json names a result recipient that isn't one of age")
      }
    }
    return (project, seal)
  }

  /// All four roles with their keys; each key must be Ed25519, be named by its hash, and serve one
  /// role only, or the loss of one key would be that of two.
  private static func roles(_ signed: JSONValue) throws(Refusal) -> [Role: RoleKeys] {
    let known = try keys(signed)
    var roles: [Role: RoleKeys] = [:]
    var used: Set<VerifyingKey> = []
    for role in Role.allCases {
      let keys = try self.keys(of: role, signed, known)
      guard used.isDisjoint(with: keys.keys.values) else {
        throw Refusal(.tufKey, "root.json gives one key to two roles")
      }
      used.formUnion(keys.keys.values)
      roles[role] = keys
    }
    return roles
  }

  private static func keys(
    of role: Role, _ signed: JSONValue, _ known: [Digest: VerifyingKey]
  ) throws(Refusal) -> RoleKeys {
    let (names, threshold) = try asRefusal { () throws(JSONFault) in
      let value = try signed.require("roles").require(role.rawValue)
      let list = try value.require("keyids")
      try list.expect(.array, "an array of key names")
      var names: [Digest] = []
      for name in list.elements { names.append(try name.digest()) }
      return (names, try value.require("threshold").integer(1...Limits.maxInteger))
    }
    var keys: [Digest: VerifyingKey] = [:]
    for name in names {
      guard let key = known[name] else {
        throw Refusal(.tufKey, "root.json names a key of \(role.rawValue) that it doesn't hold")
      }
      keys[name] = key
    }
    return RoleKeys(keys: keys, threshold: threshold)
  }

  private static func keys(_ signed: JSONValue) throws(Refusal) -> [Digest: VerifyingKey] {
    let list = try asRefusal { () throws(JSONFault) in
      let list = try signed.require("keys")
      try list.expect(.object, "an object of keys")
      return list
    }
    var keys: [Digest: VerifyingKey] = [:]
    for (name, value) in list.members {
      let key = try Self.key(value)
      guard name == key.keyID.hex else {
        throw Refusal(.tufKey, "root.json gives a key another name than its hash")
      }
      keys[key.keyID] = key
    }
    return keys
  }

  private static func key(_ value: JSONValue) throws(Refusal) -> VerifyingKey {
    let (type, scheme, text) = try asRefusal(.tufKey, "root.json, a key") { () throws(JSONFault) in
      (
        try value.require("keytype").string(), try value.require("scheme").string(),
        try value.require("keyval").require("public").string()
      )
    }
    guard type == "ed25519", scheme == "ed25519", let key = VerifyingKey(hex: text) else {
      throw Refusal(.tufKey, "root.json holds a key that isn't Ed25519")
    }
    return key
  }
}
