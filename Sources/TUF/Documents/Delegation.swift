import StrictJSON
import Vocabulary

/// A role to which targets leave some paths (TUF 1.0, section 4.6).
struct Delegation: Equatable, Sendable {
  let name: String
  let keys: RoleKeys
  let paths: PathRule
  /// Whether nobody listed later is asked about its paths.
  let isTerminating: Bool

  /// Reads `delegations`. Throws `tuf-form` for two roles of one name, or one that has the name of
  /// a role of the repository itself and would take its place.
  static func all(in value: JSONValue) throws(Refusal) -> [Delegation] {
    let (list, roles) = try asRefusal { () throws(JSONFault) in
      let roles = try value.require("roles")
      try roles.expect(.array, "an array of roles")
      return (try value.require("keys"), roles)
    }
    let ring = try KeyRing(reading: list, in: Role.targets.fileName)
    var delegations: [Delegation] = []
    var names: Set<[UInt8]> = []
    for role in roles.elements {
      let delegation = try Delegation(reading: role, ring)
      guard names.insert(Array(delegation.name.utf8)).inserted,
        Role(rawValue: delegation.name) == nil
      else { throw Refusal(.tufForm, "targets delegate to a role whose name is taken") }
      delegations.append(delegation)
    }
    return delegations
  }

  private init(reading value: JSONValue, _ ring: KeyRing) throws(Refusal) {
    (name, isTerminating, paths) = try asRefusal { () throws(JSONFault) in
      (
        try value.require("name").string(), try value["terminating"]?.bool() ?? false,
        try PathRule(reading: value)
      )
    }
    guard !name.isEmpty else { throw Refusal(.tufForm, "targets delegate to a role without name") }
    keys = try ring.keys(ofRole: value, "a delegated role")
  }
}
