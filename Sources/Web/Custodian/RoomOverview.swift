public import Vocabulary

/// A room as its custodian sees it: counts and names, never a task or an answer.
public struct RoomOverview: Sendable, Equatable {
  /// Whether the card was put on a stick.
  public var cardWritten: Bool
  /// Whether the lab was told the card's fingerprint.
  public var labTold: Bool
  /// Everybody who can sign in, by name.
  public var people: [String]
  public var projects: [Project]
  public var alarms: [Alarm]

  /// An overview.
  public init(
    cardWritten: Bool, labTold: Bool, people: [String], projects: [Project], alarms: [Alarm]
  ) {
    self.cardWritten = cardWritten
    self.labTold = labTold
    self.people = people
    self.projects = projects
    self.alarms = alarms
  }

  /// One project that the room trusts.
  public struct Project: Sendable, Equatable {
    public var id: ID
    /// Nil before its first tasks came.
    public var codename: String?
    /// Tasks in its queue.
    public var tasks: Int
    /// Numbers of the newest bundle, archive and receipt, 0 for none.
    public var lastBundle: Int64
    public var lastArchive: Int64
    public var receipted: Int64
    /// Archives that went out since the newest one that the lab has answered.
    public var unanswered: Int64
    /// Answers and questions that the lab has not acknowledged.
    public var waiting: ActCounts
    /// Those who can open it, and how much each has left.
    public var grants: [Grant]
    public var lease: Lease
    /// Nil where work goes on.
    public var pause: Pause?
    /// Whether the room was restored and the lab has not accepted that yet: until then what goes up
    /// waits there and counts in nothing.
    public var awaitsAcceptance: Bool

    /// A project.
    public init(
      id: ID, codename: String?, tasks: Int, lastBundle: Int64, lastArchive: Int64,
      receipted: Int64, unanswered: Int64, waiting: ActCounts, grants: [Grant], lease: Lease,
      pause: Pause? = nil, awaitsAcceptance: Bool = false
    ) {
      self.id = id
      self.codename = codename
      self.tasks = tasks
      self.lastBundle = lastBundle
      self.lastArchive = lastArchive
      self.receipted = receipted
      self.unanswered = unanswered
      self.waiting = waiting
      self.grants = grants
      self.lease = lease
      self.pause = pause
      self.awaitsAcceptance = awaitsAcceptance
    }
  }

  /// One person's part in a project.
  public struct Grant: Sendable, Equatable {
    public var name: String
    /// Milliseconds since 1970 UTC; nil where nobody wrote it down.
    public var since: Int64?
    /// Tasks of the queue that this person has neither answered nor skipped.
    public var left: Int

    /// A grant.
    public init(name: String, since: Int64?, left: Int) {
      self.name = name
      self.since = since
      self.left = left
    }
  }

  /// How long the room can go on without hearing from the lab.
  public struct Lease: Sendable, Equatable {
    /// Whether no new task can be opened any more.
    public var isSpent: Bool
    /// Answers that are left; nil without limit.
    public var acts: Int64?
    /// Whole days of work that are left at the pace so far; nil while nothing is known of it.
    public var days: Int64?

    /// What is left.
    public init(isSpent: Bool, acts: Int64?, days: Int64?) {
      self.isSpent = isSpent
      self.acts = acts
      self.days = days
    }
  }

  /// An order of the lab that stops new work on a project.
  public struct Pause: Sendable, Equatable {
    /// Whether the project is to be destroyed here, and not only paused.
    public var isWiping: Bool
    /// What the lab wrote with it; may be empty.
    public var text: String

    /// A pause.
    public init(isWiping: Bool, text: String) {
      self.isWiping = isWiping
      self.text = text
    }
  }

  /// Something that was refused.
  public struct Alarm: Sendable, Equatable {
    public var id: Int64
    public var project: ID
    public var codename: String?
    /// The reason; the pages have words for each.
    public var code: String
    /// Hash of the refused file, if there is one.
    public var hash: String?
    /// Milliseconds since 1970 UTC.
    public var at: Int64
    public var acknowledgedAt: Int64?

    /// An alarm.
    public init(
      id: Int64, project: ID, codename: String?, code: String, hash: String?, at: Int64,
      acknowledgedAt: Int64?
    ) {
      self.id = id
      self.project = project
      self.codename = codename
      self.code = code
      self.hash = hash
      self.at = at
      self.acknowledgedAt = acknowledgedAt
    }
  }
}
