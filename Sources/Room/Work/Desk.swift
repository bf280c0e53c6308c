import AnnotationModel
import Cryptography
public import Store
import Synchronization
public import Vocabulary

/// One project opened by one person: what the pages, `tasks` and `annotate` all work through.
public final class Desk: Sendable {
  /// The project's id.
  public let project: ID
  let store: ProjectStore
  let author: ActAuthor
  private let shown = Mutex<Set<Digest>>([])
  private let schemas = Mutex<[Digest: ProjectSchema]>([:])

  init(project: ID, store: ProjectStore, author: ActAuthor) {
    self.project = project
    self.store = store
    self.author = author
  }

  /// Writes the `person` leaf where the log hasn't this person's key yet, and the `opened` leaf.
  func begin() throws {
    let key = author.key.verifyingKey
    try store.write { store in
      let head = try store.head(author.person)
      if head?.key != key.hex {
        let why: LeafEvent.KeyReason = head == nil ? .added : .recovered
        try append(.person(person: author.person, key: key.hex, why: why), in: store)
        try store.setKey(author.person, key: key.bytes)
      }
      try append(.opened(person: author.person), in: store)
    }
  }

  /// Writes the `closed` leaf and closes the store.
  public func close() throws {
    try store.write { try append(.closed(person: author.person), in: $0) }
    try store.close()
  }

  /// How far this person is.
  public func counts() throws -> QueueCounts {
    try store.read { try $0.counts(person: author.person) }
  }

  /// The project's codename; nil before the first bundle.
  public func codename() throws -> String? {
    try store.read { store in
      try store.newestSchema().map { try schema($0.hash, in: store).codename }
    }
  }

  /// How the project stands for this person; nil before the first bundle.
  public func glance() throws -> ProjectGlance? {
    try store.read { store in
      guard let newest = try store.newestSchema() else { return nil }
      let schema = try schema(newest.hash, in: store)
      return ProjectGlance(
        codename: schema.codename, version: schema.version,
        counts: try store.counts(person: author.person),
        flagged: try store.flagged(by: author.person), question: schema.leadingQuestion,
        unread: try guidelineNews(in: store)?.unread ?? 0,
        isUnbegun: try store.guidelinesKnown(to: author.person) == nil,
        practice: try practiceState(in: store), letters: try letters(in: store),
        pause: try Pause(in: store), takenOut: try store.lastTakenOut())
    }
  }

  /// An image of this project.
  public func asset(_ digest: Digest) throws -> [UInt8]? {
    try store.read { try $0.asset(digest) }
  }

  /// The schema of that hash, as the bytes that came.
  public func schemaBytes(_ hash: Digest) throws -> [UInt8] {
    try store.read { try $0.schema(hash) } ?? []
  }

  /// The parsed schema of that hash, parsed once.
  func schema(_ hash: Digest, in store: ProjectTransaction) throws -> ProjectSchema {
    if let known = schemas.withLock({ $0[hash] }) { return known }
    guard let body = try store.schema(hash) else {
      throw Refusal("store-incomplete", "a task names a schema that the store doesn't have")
    }
    let schema = try ProjectSchema(parsing: body, side: .room)
    schemas.withLock { $0[hash] = schema }
    return schema
  }

  /// Appends a leaf with the time that is due.
  func append(_ event: LeafEvent, in store: ProjectTransaction) throws {
    try store.append(Leaf(at: try store.leafTime(author.context.now()), event: event))
  }

  /// Writes the `shown` leaf, once for each person, task and opening.
  func markShown(_ task: Digest, in store: ProjectTransaction) throws {
    guard shown.withLock({ !$0.contains(task) }) else { return }
    try append(.shown(person: author.person, task: task), in: store)
    try store.insertShown(task, to: author.person)
    shown.withLock { _ = $0.insert(task) }
  }

  /// Whether a leaf must be written before this task's content is given away.
  func isShown(_ task: Digest) -> Bool { shown.withLock { $0.contains(task) } }
}
