public import Vocabulary

/// What a wipe would destroy, for whoever has to confirm it.
public struct WipePlan: Sendable, Equatable {
  /// The project's id.
  public let project: ID
  /// The codename; empty where no bundle ever came.
  public let codename: String
  /// The number of the lab's wipe order; nil where the lab gave none.
  public let order: Int64?
  /// What the lab wrote with it.
  public let text: String
  /// Tasks in the store.
  public let tasks: Int
  /// Drafts that nobody submitted.
  public let drafts: Int64
  /// Acts of people that no receipt of the lab covers: they would be lost with the sticks that
  /// carry them.
  public let unacknowledged: Int64
}
