import Cryptography
import StrictJSON
import Vocabulary

extension RootDocument: RootContent {
  static var role: Role { .root }
  var header: MetadataHeader { metadata.header }

  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal) {
    let metadata = try RootMetadata(reading: signed, header: header)
    guard metadata.isConsistent else {
      throw Refusal(.tufForm, "root.json doesn't ask for consistent snapshots")
    }
    (project, seal) = try Self.binding(signed)
    try Self.check(metadata)
    self.metadata = metadata
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

  /// Every key must be one that is checked, and serve one role only, or the loss of one key would
  /// be that of two.
  private static func check(_ metadata: RootMetadata) throws(Refusal) {
    guard metadata.isUsable else {
      throw Refusal(.tufKey, "root.json holds a key that isn't Ed25519")
    }
    var used: Set<VerifyingKey> = []
    for role in Role.allCases {
      let keys = metadata.keys(of: role).keys.values
      guard used.isDisjoint(with: keys) else {
        throw Refusal(.tufKey, "root.json gives one key to two roles")
      }
      used.formUnion(keys)
    }
  }
}
