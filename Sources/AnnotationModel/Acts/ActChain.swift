public import Vocabulary

/// The acts of one log in the order of its leaves: each must continue its person's chain and
/// replace only what it may (formats.md, section 8).
///
/// Pure, so that the lab can run it over what an archive brings and a room over what it is about to
/// write. Hashes are the caller's: this module has no cryptography.
public struct ActChain: Sendable {
  /// Whose chain, in which log: numbers run per person and log.
  public struct Runner: Hashable, Sendable {
    public let person: ID
    public let log: LogName

    /// The chain of `person` in `log`.
    public init(person: ID, log: LogName) {
      self.person = person
      self.log = log
    }
  }

  /// Whose standing with which task.
  public struct Place: Hashable, Sendable {
    public let person: ID
    public let task: Digest

    /// The standing of `person` with `task`.
    public init(person: ID, task: Digest) {
      self.person = person
      self.task = task
    }
  }

  /// What became of an act.
  public enum Outcome: Equatable, Sendable {
    case taken
    /// The act was there before, in the log before a restore: it counts once.
    case repeated
  }

  /// The log whose leaves these are.
  public let log: LogName
  /// The log that its `restored` leaf names, whose acts may come again.
  public let former: LogName?
  /// Where each person's chain ends.
  public private(set) var heads: [Runner: ActHead]
  /// Where each person stands with each task.
  public private(set) var standings: [Place: TaskStanding]
  private var known: Set<Digest>

  /// A chain to go on with: heads, standings and known acts are what the acts before came to.
  ///
  /// `known`: hashes of the former log's acts that were taken before, so that each counts once.
  public init(
    log: LogName, former: LogName? = nil, heads: [Runner: ActHead] = [:],
    standings: [Place: TaskStanding] = [:], known: Set<Digest> = []
  ) {
    self.log = log
    self.former = former
    self.heads = heads
    self.standings = standings
    self.known = known
  }

  /// Takes the next act. Nothing is changed when it throws.
  ///
  /// Throws `Refusal`: act-log for an act of another log, act-chain (also where an act of this log
  /// comes twice), act-replaces.
  @discardableResult
  public mutating func take(_ act: Act, hash: Digest) throws(Refusal) -> Outcome {
    guard act.log == log || act.log == former else {
      throw Refusal(.actLog, "an act was made for another log")
    }
    let isFormer = act.log != log
    if isFormer && known.contains(hash) { return .repeated }
    let runner = Runner(person: act.person, log: act.log)
    var head = heads[runner] ?? ActHead()
    try head.take(act, hash: hash)
    if let task = act.task {
      let place = Place(person: act.person, task: task)
      var standing = standings[place] ?? TaskStanding()
      try standing.take(act, hash: hash)
      standings[place] = standing
    }
    heads[runner] = head
    if isFormer { known.insert(hash) }
    return .taken
  }

  /// Where a person stands with a task.
  public func standing(_ person: ID, task: Digest) -> TaskStanding {
    standings[Place(person: person, task: task)] ?? TaskStanding()
  }
}

/// What an act and its leaf must agree in.
public enum ActRules {
  /// Throws act-person where the leaf names another person than the act, leaf-at where it has
  /// another time.
  public static func check(_ act: Act, leafPerson: ID, leafAt: Int64) throws(Refusal) {
    guard act.person == leafPerson else {
      throw Refusal(.actPerson, "a leaf names another person than its act")
    }
    guard act.at == leafAt else {
      throw Refusal(.leafAt, "a leaf has another time than its act")
    }
  }
}
