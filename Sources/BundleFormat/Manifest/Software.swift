import StrictJSON
public import Vocabulary

/// The program that wrote an archive, as it says itself.
public struct Software: Hashable, Sendable {
  /// Its version, such as `1.0.0`.
  public let version: String
  /// The hash of the executable that ran.
  public let sha256: Digest

  /// Names a program by version and hash.
  public init(version: String, sha256: Digest) {
    self.version = version
    self.sha256 = sha256
  }

  init(_ value: JSONValue) throws(JSONFault) {
    try value.onlyMembers(["version", "sha256"])
    version = try value.require("version").string()
    sha256 = try value.require("sha256").digest()
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("version", version)
      $0.member("sha256", sha256)
    }
  }
}
