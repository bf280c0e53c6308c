import StrictJSON
public import Vocabulary

/// The newest bundle that a room had taken in when it wrote an archive.
public struct Received: Hashable, Sendable {
  /// The bundle's place in the channel's sequence.
  public let sequence: Int64
  /// The hash of its manifest.
  public let manifest: Digest

  /// Names a bundle by sequence and manifest.
  public init(sequence: Int64, manifest: Digest) {
    self.sequence = sequence
    self.manifest = manifest
  }

  init(_ value: JSONValue) throws(JSONFault) {
    try value.onlyMembers(["sequence", "manifest"])
    sequence = try value.require("sequence").sequence()
    manifest = try value.require("manifest").digest()
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("sequence", sequence)
      $0.member("manifest", manifest)
    }
  }
}
