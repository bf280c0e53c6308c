import StrictJSON
import Vocabulary

/// What a root document says in every TUF repository (TUF 1.0, section 4.4).
struct RootMetadata: RootContent {
  static let role = Role.root

  let header: MetadataHeader
  /// Whether files bear their version or hash in their names; false where it isn't said.
  let isConsistent: Bool
  /// The keys of each of the four roles.
  let roles: [Role: RoleKeys]
  /// Whether all keys that it lists can be checked.
  let isUsable: Bool

  var metadata: RootMetadata { self }

  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal) {
    let (consistent, list, roles) = try asRefusal { () throws(JSONFault) in
      (
        try signed["consistent_snapshot"]?.bool() ?? false, try signed.require("keys"),
        try signed.require("roles")
      )
    }
    let ring = try KeyRing(reading: list, in: Role.root.fileName)
    var keys: [Role: RoleKeys] = [:]
    for role in Role.allCases {
      let value = try asRefusal { () throws(JSONFault) in try roles.require(role.rawValue) }
      keys[role] = try ring.keys(ofRole: value, role.rawValue)
    }
    self.header = header
    isConsistent = consistent
    self.roles = keys
    isUsable = ring.isUsable
  }

  /// The keys of `role`; none, with a threshold that can't be met, is never seen in a document
  /// that was read.
  func keys(of role: Role) -> RoleKeys { roles[role] ?? RoleKeys(keys: [:], threshold: 1) }
}
