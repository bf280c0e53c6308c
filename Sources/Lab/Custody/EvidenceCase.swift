import BundleFormat
import StrictJSON
import Vocabulary

/// One finding with the files that prove it.
struct EvidenceCase {
  let id: Int64
  let code: String
  let why: String
  let at: Int64
  let channel: ID
  let epoch: EpochID
  var files: [(name: String, bytes: [UInt8])] = []
  /// A sealed archive that is copied beside them.
  var sealed: Digest?

  /// Where its description lies in its folder.
  static let description = "evidence.json"
  static let form = "evidence/1"

  /// Its folder's name.
  var folder: String { "\(id)-\(code)" }

  /// `evidence.json`.
  var described: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("airlock", Self.form)
      $0.member("code", code)
      $0.member("why", why)
      $0.member("at", at)
      $0.member("channel", channel)
      $0.member("epoch", epoch)
    }
    return writer.bytes
  }
}
