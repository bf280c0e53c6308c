public import Vocabulary

/// What a person did in one project from some moment on.
public struct ProjectHours: Sendable, Equatable {
  /// Active time within five minutes: their start, the active milliseconds, first and last moment.
  public struct Cell: Sendable, Equatable {
    public let start: Int64
    public let ms: Int64
    public let first: Int64
    public let last: Int64

    /// A cell; times in milliseconds since 1970 UTC.
    public init(start: Int64, ms: Int64, first: Int64, last: Int64) {
      self.start = start
      self.ms = ms
      self.first = first
      self.last = last
    }
  }

  public let id: ID
  public let codename: String
  public let cells: [Cell]
  /// Acts by the name of their kind; those on practice tasks apart, as "practice".
  public let acts: [String: Int]

  /// The hours in a project.
  public init(id: ID, codename: String, cells: [Cell], acts: [String: Int]) {
    self.id = id
    self.codename = codename
    self.cells = cells
    self.acts = acts
  }
}
