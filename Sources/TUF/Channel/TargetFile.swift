import StrictJSON
public import Vocabulary

/// One file of a channel as signed metadata describes it (formats.md, sections 2 and 3).
public struct TargetFile: Hashable, Sendable {
  /// `<32 hex random>.age`.
  public let path: String
  /// The sealed file's length in bytes.
  public let length: Int64
  /// The sealed file's hash.
  public let sha256: Digest
  /// Hash of the manifest inside.
  public let manifest: Digest

  /// Describes a sealed file. Throws `target-name` for a path of another form, and `tuf-limit` for
  /// a length that no sealed file has.
  public init(
    path: String, length: Int64, sha256: Digest, manifest: Digest
  ) throws(Refusal) {
    guard Self.isPath(path) else {
      throw Refusal(.targetName, "a target's name isn't 32 hexadecimal digits and .age")
    }
    guard (0...Limits.sealed).contains(length) else {
      throw Refusal(.tufLimit, "a target of \(length) bytes; at most \(Limits.sealed) are read")
    }
    self.path = path
    self.length = length
    self.sha256 = sha256
    self.manifest = manifest
  }

  /// The file's name on a stick: consistent snapshots put the hash first.
  public var fileName: String { "\(sha256.hex).\(path)" }

  init(reading value: JSONValue, path: String) throws(Refusal) {
    let (length, sha256) = try asRefusal { () throws(JSONFault) in
      (
        try value.require("length").integer(),
        try value.require("hashes").require("sha256").digest()
      )
    }
    let manifest = try asRefusal(.custom, "targets.json, custom") { () throws(JSONFault) in
      let custom = try value.require("custom")
      try custom.onlyMembers(["x-airlock"])
      let binding = try custom.require("x-airlock")
      try binding.onlyMembers(["manifest"])
      return try binding.require("manifest").digest()
    }
    try self.init(path: path, length: length, sha256: sha256, manifest: manifest)
  }

  private static func isPath(_ path: String) -> Bool {
    path.hasSuffix(".age") && ID(hex: path.dropLast(4)) != nil
  }
}
