public import Vocabulary

/// A project as the home page lists it, counted for one person.
public struct ProjectCard: Sendable, Equatable {
  public let id: ID
  public let codename: String
  /// Version of the schema that the newest tasks came with.
  public let version: Int64
  /// Tasks in this person's queue, and how many of them are answered, skipped, or hold a draft.
  public let total: Int
  public let answered: Int
  public let skipped: Int
  public let drafts: Int
  /// What there is to know of it beyond the counts.
  public let notes: Notes

  /// What a project's row says beyond its counts.
  public struct Notes: Sendable, Equatable {
    /// How many tasks the person has flagged.
    public var flagged = 0
    /// Type and words of the question that the work turns on.
    public var kind: String?
    public var asks: String?
    /// Changed passages of the guidelines that come before new tasks.
    public var unread = 0
    /// Whether the person has done nothing here yet.
    public var isUnbegun = false
    /// Why the lab lets no new task be opened, in a line for the person; nil where it does.
    public var pause: String?
    /// Progress with practice; nil where there is none.
    public var practice: DeskPractice.Progress?
    /// What the lab wrote, the newest first.
    public var letters: [DeskLetter] = []
    /// When answers were last put on a stick, milliseconds since 1970 UTC.
    public var takenOut: Int64?

    /// Nothing to say.
    public init() {}
  }

  /// A card; `answered`, `skipped` and the tasks still open add up to `total`.
  public init(
    id: ID, codename: String, version: Int64, total: Int, answered: Int, skipped: Int, drafts: Int,
    notes: Notes = Notes()
  ) {
    self.id = id
    self.codename = codename
    self.version = version
    self.total = total
    self.answered = answered
    self.skipped = skipped
    self.drafts = drafts
    self.notes = notes
  }
}
