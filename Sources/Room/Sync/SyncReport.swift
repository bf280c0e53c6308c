public import Vocabulary

/// What one `sync` did, channel by channel, for the person who carries the stick.
public struct SyncReport: Sendable {
  /// An order that was taken in.
  public struct TakenOrder: Sendable, Equatable {
    /// Its name in order.json: "message", "freeze", …
    public let name: String
    /// What the lab writes with it.
    public internal(set) var text = ""
    /// What came of it in this room, a line each.
    public internal(set) var consequences: [String] = []
  }

  /// One project in this room.
  public struct Channel: Sendable {
    /// The project's id.
    public let project: ID
    /// The codename; nil before the first bundle.
    public var codename: String?
    /// Numbers of the bundles and orders taken in.
    public var imported: [Int64] = []
    /// Tasks that came with them.
    public var tasks = 0
    /// The orders among them that say something, in their sequence.
    public var orders: [TakenOrder] = []
    /// What the lab writes to people in messages.
    public var messages: [String] { orders.filter { $0.name == "message" }.map(\.text) }
    /// The stick was older than what this room has: nothing to do, no alarm.
    public var older = false
    /// The stick was pulled out of the lab's machine before it was whole: nothing to do, no alarm.
    public var unfinished = false
    /// The room was restored, and the lab has not accepted its new log yet.
    public var awaitsAcceptance = false
    /// Bundles sealed to a key that was lost with the room's former life: the lab seals them again
    /// once it has accepted the new one.
    public var sealedToLost = 0
    /// What was refused, in the order in which it was met.
    public var alarms: [Refusal] = []
    /// The archive that went out.
    public var archive: Int64?
    /// Leaves and acts in it.
    public var leaves: Int64 = 0
    /// Whether it is the one that went out before, byte for byte.
    public var again = false
    /// The newest archive that the lab has receipted, 0 for none.
    public var receipted: Int64 = 0
    /// How long the room can go on without hearing from the lab.
    public var lease: LeaseOutlook?
    /// Why the lab lets no new task be opened; nil where it does.
    public var pause: Pause?
  }

  /// Each of this room's channels that was exchanged.
  public var channels: [Channel] = []
  /// Projects on the stick that were destroyed in this room.
  public var destroyed: [Tombstone] = []
  /// Channels on the stick that belong to other rooms or to projects this room doesn't trust.
  public var foreign = 0
}
