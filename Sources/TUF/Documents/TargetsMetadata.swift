import StrictJSON
import Vocabulary

/// What targets say in every TUF repository, those of a delegated role too (TUF 1.0, section 4.6).
struct TargetsMetadata: TargetsContent {
  static let role = Role.targets

  let header: MetadataHeader
  /// Targets by the UTF-8 bytes of their paths.
  let targets: [[UInt8]: TargetDescription]
  /// Roles that may speak for some paths, those listed first before the others.
  let delegations: [Delegation]

  var metadata: TargetsMetadata { self }

  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal) {
    self.header = header
    targets = try asRefusal { () throws(JSONFault) in
      let list = try signed.require("targets")
      try list.expect(.object, "an object of targets")
      var targets: [[UInt8]: TargetDescription] = [:]
      for (path, value) in list.members {
        targets[Array(path.utf8)] = try TargetDescription(reading: value, path: path)
      }
      return targets
    }
    delegations =
      try signed["delegations"].map { value throws(Refusal) in
        try Delegation.all(in: value)
      } ?? []
  }

  /// The target at a path.
  func target(_ path: String) -> TargetDescription? { targets[Array(path.utf8)] }
}
