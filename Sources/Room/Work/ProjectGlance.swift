public import Store

/// A project as one person's list shows it.
public struct ProjectGlance: Sendable, Equatable {
  /// The codename of its newest schema.
  public let codename: String
  /// That schema's version.
  public let version: Int64
  /// How far the person is.
  public let counts: QueueCounts
  /// Why the lab lets no new task be opened; nil where it does.
  public let pause: Pause?
}
