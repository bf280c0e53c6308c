import StrictJSON
import Vocabulary

/// The files that a channel holds (TUF 1.0, section 4.6), sorted by path.
struct TargetsDocument: TargetsContent {
  static let role = Role.targets

  let metadata: TargetsMetadata
  /// The channel that it speaks of.
  let channel: ID
  let targets: [TargetFile]

  var header: MetadataHeader { metadata.header }

  init(reading signed: JSONValue, header: MetadataHeader) throws(Refusal) {
    guard signed["delegations"] == nil else {
      throw Refusal(.tufForm, "targets.json delegates; a channel has no delegations")
    }
    metadata = try TargetsMetadata(reading: signed, header: header)
    channel = try signed.boundChannel(of: .targets)
    let list = try asRefusal { () throws(JSONFault) in try signed.require("targets") }
    var targets: [TargetFile] = []
    for (name, value) in list.members {
      targets.append(try TargetFile(reading: value, path: name))
    }
    self.targets = targets.sorted { $0.path < $1.path }
  }
}
