public import Vocabulary

/// What `pack` did, or would do.
public struct PackReport: Sendable {
  /// What one room gets.
  public struct Share: Sendable, Equatable {
    /// The room's id.
    public let room: ID
    /// The channel's id.
    public let channel: ID
    /// Tasks that are its own.
    public internal(set) var tasks: Int64 = 0
    /// Practice tasks that go to it with their answers and explanations: lines of practice.jsonl.
    public internal(set) var practice: [[UInt8]] = []
    /// The bundles that bring them, in order.
    public internal(set) var bundles: [PackedBundle] = []
  }

  /// One bundle of a room.
  public struct PackedBundle: Sendable, Equatable {
    /// Its place in the channel's sequence.
    public let sequence: Int64
    /// Tasks in it.
    public let tasks: Int64
    /// Images in it.
    public let assets: Int
    /// Bytes of tasks.jsonl.
    public let taskBytes: Int64
    /// Bytes of the sealed file, which is what a finder of the stick sees.
    public let sealedBytes: Int64
  }

  /// One field as it leaves.
  public struct LeavingField: Sendable, Equatable {
    /// The field's name.
    public let name: String
    /// The type's name as the schema spells it.
    public let type: String
    /// Where the record holds it.
    public let from: [String]
  }

  /// The project's id.
  public let project: ID
  /// Records that were read.
  public internal(set) var records: Int64 = 0
  /// Tasks written, counted for each room.
  public internal(set) var tasks: Int64 = 0
  /// Records that every chosen room has had.
  public internal(set) var skipped: Int64 = 0
  /// Records whose content is another than when they were packed before.
  public internal(set) var changed: Int64 = 0
  /// What each chosen room gets.
  public internal(set) var rooms: [Share] = []
  /// What leaves of a record.
  public internal(set) var fields: [LeavingField] = []
  /// Members of the records that no field shows: they stay.
  public internal(set) var stays: [String] = []
  /// The first tasks as contractors will see them: lines of tasks.jsonl.
  public internal(set) var samples: [[UInt8]] = []
}
