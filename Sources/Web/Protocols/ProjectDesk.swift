public import Vocabulary

/// One project, opened by one person: the tasks in their order, the drafts, the acts.
public protocol ProjectDesk: AnyObject, Sendable {
  var project: ID { get }
  var codename: String { get }

  /// The guidelines in force, Markdown in UTF-8.
  func guidelines() throws -> [UInt8]

  /// Counts, and the place where work goes on.
  func overview() throws -> DeskOverview

  /// The task at a position, counted from 1; nil beyond the last.
  ///
  /// Writes the `shown` leaf once for each person, task and opening (formats.md, section 8).
  func task(at position: Int) throws -> DeskTask?

  /// The first position after `position` whose task is neither answered nor skipped, going round
  /// once; nil when there is none.
  func nextOpen(after position: Int) throws -> Int?

  /// Keeps what a person has typed so far. Durable on return.
  ///
  /// `number` grows with every change in the page; an older one than the stored is ignored.
  /// Returns the newest number stored.
  func saveDraft(_ task: Digest, number: Int64, body: [UInt8]) throws -> Int64

  /// Answers a task, or revises the answer it has; the draft goes in the same transaction.
  ///
  /// Throws `AnnotationModel.DocumentFault` for an answer that doesn't fit the schema. Returns
  /// the hash of the act.
  func submit(_ submission: Submission) throws -> Digest

  /// Skips a task for a reason in words. Returns the hash of the act.
  func skip(_ task: Digest, text: String, activeMs: Int64) throws -> Digest

  /// Takes the newest answer back; the task is a draft again. Returns the hash of the act.
  func withdraw(_ task: Digest) throws -> Digest

  /// Tells the lab that something is wrong with a task, without deciding about it.
  func flag(_ task: Digest, text: String) throws -> Digest

  /// Asks the lab something, about a task or in general.
  func ask(_ task: Digest?, text: String) throws -> Digest

  /// An asset of the project by its hash: media type and bytes; nil when there is none.
  func asset(_ digest: Digest) throws -> (type: String, bytes: [UInt8])?
}
