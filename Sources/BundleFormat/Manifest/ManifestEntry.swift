import StrictJSON
public import Vocabulary

/// One file of a bundle or an archive, as its manifest declares it.
public struct ManifestEntry: Hashable, Sendable {
  /// Where it stands, such as `tasks.jsonl` or `assets/<sha256>`.
  public let path: String
  /// Its length in bytes.
  public let size: Int64
  /// The hash of its content.
  public let sha256: Digest

  /// An entry; that path and size are allowed is checked where a manifest is read or written.
  public init(path: String, size: Int64, sha256: Digest) {
    self.path = path
    self.size = size
    self.sha256 = sha256
  }

  init(_ value: JSONValue) throws(JSONFault) {
    try value.onlyMembers(["path", "size", "sha256"])
    path = try value.require("path").string()
    size = try value.require("size").integer()
    sha256 = try value.require("sha256").digest()
  }

  /// The `entries` of a manifest, of which only the form is checked here.
  static func list(in manifest: JSONValue) throws(JSONFault) -> [ManifestEntry] {
    let array = try manifest.require("entries")
    try array.expect(.array, "an array of entries")
    var entries: [ManifestEntry] = []
    for value in array.elements { entries.append(try ManifestEntry(value)) }
    return entries
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("path", path)
      $0.member("size", size)
      $0.member("sha256", sha256)
    }
  }
}
