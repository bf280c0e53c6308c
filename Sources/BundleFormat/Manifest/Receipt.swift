import StrictJSON
public import Vocabulary

/// What the lab has verified of a channel's log: what it covers, a room may drop (formats.md,
/// section 4).
public struct Receipt: Hashable, Sendable {
  /// The log's epoch.
  public let epoch: EpochID
  /// The archive that was verified.
  public let sequence: Int64
  /// How many leaves its checkpoint signs.
  public let size: Int64
  /// The root over these.
  public let root: Digest

  /// A receipt for the checkpoint of an archive.
  public init(epoch: EpochID, sequence: Int64, size: Int64, root: Digest) {
    self.epoch = epoch
    self.sequence = sequence
    self.size = size
    self.root = root
  }

  init(_ value: JSONValue) throws(JSONFault) {
    try value.onlyMembers(["epoch", "sequence", "size", "root"])
    epoch = try value.require("epoch").epoch()
    sequence = try value.require("sequence").sequence()
    size = try value.require("size").integer()
    root = try value.require("root").digest()
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("epoch", epoch)
      $0.member("sequence", sequence)
      $0.member("size", size)
      $0.member("root", root)
    }
  }
}
