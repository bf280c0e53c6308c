import StrictJSON
import Vocabulary

/// The files that a channel holds (TUF 1.0, section 4.5), sorted by path.
struct TargetsDocument: MetadataDocument, Equatable {
  static let role = Role.targets

  let header: MetadataHeader
  /// The channel that it speaks of.
  let channel: ID
  let targets: [TargetFile]

  var version: Int64 { header.version }

  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal) {
    self.header = header
    channel = try signed.boundChannel(of: .targets)
    guard signed["delegations"] == nil else {
      throw Refusal(.tufForm, "targets.json delegates; a channel has no delegations")
    }
    let list = try asRefusal { () throws(JSONFault) in
      let list = try signed.require("targets")
      try list.expect(.object, "an object of targets")
      return list
    }
    var targets: [TargetFile] = []
    for (name, value) in list.members {
      targets.append(try TargetFile(reading: value, path: name))
    }
    self.targets = targets.sorted { $0.path < $1.path }
  }
}
