public import Vocabulary

/// What a person did: the body that they sign (formats.md, section 8).
public struct Act: Equatable, Sendable {
  /// How much of a text answer was typed and how much pasted, in Unicode scalars.
  public struct Origin: Equatable, Sendable {
    /// Name of the text question.
    public let question: String
    public let typed: Int64
    public let pasted: Int64

    /// The counts for one question.
    public init(question: String, typed: Int64, pasted: Int64) {
      self.question = question
      self.typed = typed
      self.pasted = pasted
    }
  }

  /// The log that the act was made for.
  public let log: LogName
  public let person: ID
  /// Number among this person's acts in this log, from 1.
  public let n: Int64
  /// SHA-256 of the body before; zeros for the first.
  public let previous: Digest
  /// Fresh in each act, so that its hash doesn't give a short answer away.
  public let salt: ID
  /// SHA-256 of the task's line.
  public let task: Digest?
  public let schema: Digest
  public let guidelines: Digest
  /// Milliseconds since 1970 UTC, the same as in the leaf.
  public let at: Int64
  /// Milliseconds of attention, as the person's side claims.
  public let activeMs: Int64
  /// Whether a script gave it rather than a page.
  public let scripted: Bool
  /// For text answers given on a page; nil where scripted.
  public let origin: [Origin]?
  public let content: ActContent

  /// An act from its parts. What the kind demands (`needsTask`, no origin where scripted) is checked
  /// when it is read.
  public init(
    log: LogName, person: ID, n: Int64, previous: Digest, salt: ID, task: Digest?, schema: Digest,
    guidelines: Digest, at: Int64, activeMs: Int64, scripted: Bool, origin: [Origin]? = nil,
    content: ActContent
  ) {
    self.log = log
    self.person = person
    self.n = n
    self.previous = previous
    self.salt = salt
    self.task = task
    self.schema = schema
    self.guidelines = guidelines
    self.at = at
    self.activeMs = activeMs
    self.scripted = scripted
    self.origin = origin
    self.content = content
  }

  public var kind: ActKind { content.kind }

  /// The exact bytes of the answers, of an answer or revise.
  public var answers: [UInt8]? {
    switch content {
    case .answer(let answers), .revise(_, let answers): answers
    default: nil
    }
  }

  /// The act that this one replaces, of a revise or withdraw.
  public var replaces: Digest? {
    switch content {
    case .revise(let replaces, _), .withdraw(let replaces): replaces
    default: nil
    }
  }

  /// The words of a skip, flag or ask.
  public var text: String? {
    switch content {
    case .skip(let text), .flag(let text), .ask(let text): text
    default: nil
    }
  }

  /// The manifest hash of the order that was read.
  public var notice: Digest? { if case .read(let notice) = content { notice } else { nil } }

  /// The new key of a `key` act.
  public var key: String? { if case .key(let key) = content { key } else { nil } }
}
