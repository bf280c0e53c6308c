public import Vocabulary

/// One project, opened by one person: the tasks in their order, the drafts, the acts.
public protocol ProjectDesk: AnyObject, Sendable {
  var project: ID { get }
  var codename: String { get }

  /// The guidelines in force, and what is new to this person in them.
  func guidelines() throws -> DeskGuidelines

  /// How much is done.
  func overview() throws -> DeskOverview

  /// The position, from 1, of the task where work goes on; nil when all is done.
  func resume() throws -> Int?

  /// The task at a position, counted from 1; nil beyond the last.
  ///
  /// Writes the `shown` leaf once for each person, task and opening (formats.md, section 8).
  /// Throws `WorkbenchFault` (`guidelines`, `practice`) where something comes before a new task.
  func task(at position: Int) throws -> DeskTask?

  /// The first position after `position` whose task is neither answered nor skipped, going round
  /// once; nil when there is none.
  func nextOpen(after position: Int) throws -> Int?

  /// Keeps what a person has typed so far. Durable on return.
  ///
  /// `number` grows with every change in the page; an older one than the stored is ignored.
  /// `activeMs` is the attention that no act has taken in yet. Returns the newest number stored.
  func saveDraft(
    _ task: Digest, number: Int64, body: [UInt8], activeMs: Int64
  ) throws -> Int64

  /// Books attention on a task that no act has taken in yet, as a whole; durable on return.
  func bookTime(_ task: Digest, total: Int64) throws

  /// Answers a task, or revises the answer it has; the draft goes in the same transaction.
  ///
  /// Throws `AnnotationModel.DocumentFault` for an answer that doesn't fit the schema. Returns
  /// the hash of the act.
  func submit(_ submission: Submission) throws -> Digest

  /// Skips a task for a reason in words. Returns the hash of the act.
  func skip(_ task: Digest, text: String, activeMs: Int64) throws -> Digest

  /// Takes the newest answer or skip back; the task is a draft again. Returns the hash of the act.
  func withdraw(_ task: Digest) throws -> Digest

  /// Tells the lab that something is wrong with a task, without deciding about it.
  func flag(_ task: Digest, text: String) throws -> Digest

  /// Asks the lab something, about a task or in general.
  func ask(_ task: Digest?, text: String) throws -> Digest

  /// An asset of the project by its hash: media type and bytes; nil when there is none.
  func asset(_ digest: Digest) throws -> (type: String, bytes: [UInt8])?

  /// Says that the guidelines of that hash were read. Returns the hash of the act.
  func readGuidelines(_ hash: Digest, activeMs: Int64) throws -> Digest

  /// Says that what the lab wrote was read. Returns the hash of the act.
  func readNotice(_ notice: Digest) throws -> Digest

  /// The practice task at a position, counted from 1; nil beyond the last.
  func practice(at position: Int) throws -> DeskPractice?

  /// What the person made of the queue, filtered; at most a hundred rows.
  func ownWork(_ query: DeskWorkQuery) throws -> DeskWorkPage
}
