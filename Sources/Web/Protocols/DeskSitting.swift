/// One sitting of a person in a project, with its receipt code.
public struct DeskSitting: Sendable, Equatable {
  /// The code that leads the lab to these acts.
  public let code: String
  /// First and last leaf, and their times in milliseconds since 1970 UTC.
  public let first: Int64
  public let last: Int64
  public let from: Int64
  public let to: Int64
  /// Acts by the name of their kind, and the active milliseconds that they claim.
  public let acts: [String: Int]
  public let activeMs: Int64

  /// A sitting.
  public init(
    code: String, first: Int64, last: Int64, from: Int64, to: Int64, acts: [String: Int],
    activeMs: Int64
  ) {
    self.code = code
    self.first = first
    self.last = last
    self.from = from
    self.to = to
    self.acts = acts
    self.activeMs = activeMs
  }
}

/// A leaf of the log that names the person.
public struct DeskLeaf: Sendable, Equatable {
  /// Its index in the log, the event's name, and its time in milliseconds since 1970 UTC.
  public let index: Int64
  public let event: String
  public let at: Int64

  /// A leaf.
  public init(index: Int64, event: String, at: Int64) {
    self.index = index
    self.event = event
    self.at = at
  }
}
