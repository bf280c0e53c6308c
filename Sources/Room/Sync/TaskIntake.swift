import AnnotationModel
import BundleFormat
import Cryptography
import Store
import StrictJSON
import Vocabulary

/// Takes the entries of a task bundle into the project's store, inside the import's transaction.
///
/// The sealed file was verified before this sees a byte of it; what is checked here is that the
/// content is well formed. Any error rolls the whole import back.
final class TaskIntake: EntryConsumer {
  private let store: ProjectTransaction
  private let bundle: Int64
  private var path = ""
  private var buffer: [UInt8] = []
  private var lines = JSONLines(limit: Limits.record, strict: true)
  private var schema: ProjectSchema?
  private(set) var schemaHash: Digest?
  private(set) var guidelinesHash: Digest?
  private(set) var tasks = 0
  private var practices = 0
  private var named: Set<Digest> = []
  private var held: Set<Digest> = []

  init(store: ProjectTransaction, bundle: Int64) {
    self.store = store
    self.bundle = bundle
  }

  func begin(_ entry: ManifestEntry) throws {
    path = entry.path
    buffer = []
    lines = JSONLines(limit: Limits.record, strict: true)
    if let limit = Self.limit(of: entry.path), entry.size > limit {
      throw Refusal("limit", "\(entry.path) is larger than \(limit) bytes")
    }
  }

  func chunk(_ bytes: ArraySlice<UInt8>) throws {
    do {
      switch path {
      case EntryName.tasks: try lines.feed(bytes) { try task($1) }
      case EntryName.practice: try lines.feed(bytes) { try practice($1) }
      default: buffer.append(contentsOf: bytes)
      }
    } catch let fault as JSONFault {
      throw fault.refusal
    }
  }

  func end(_ entry: ManifestEntry) throws {
    switch entry.path {
    case EntryName.project: try takeSchema(entry)
    case EntryName.guidelines: try takeGuidelines(entry)
    case EntryName.tasks, EntryName.practice: try endLines()
    default: try takeAsset(entry)
    }
    buffer = []
  }

  /// A bundle holds the assets that its tasks and guidelines name and no other.
  func finish() throws {
    guard named.isSubset(of: held) else {
      throw Refusal("asset-missing", "a task names an image that the bundle doesn't hold")
    }
  }

  private func endLines() throws {
    do {
      try lines.finish { _, _ in }
    } catch let fault as JSONFault {
      throw fault.refusal
    }
  }

  private func takeSchema(_ entry: ManifestEntry) throws {
    let parsed: ProjectSchema
    do {
      parsed = try ProjectSchema(parsing: buffer, side: .room)
    } catch {
      throw error.refusal
    }
    try store.insertSchema(hash: entry.sha256, version: parsed.version, body: buffer)
    schema = parsed
    schemaHash = entry.sha256
  }

  private func takeGuidelines(_ entry: ManifestEntry) throws {
    try store.insertGuidelines(hash: entry.sha256, body: buffer)
    guidelinesHash = entry.sha256
  }

  private func takeAsset(_ entry: ManifestEntry) throws {
    try store.insertAsset(hash: entry.sha256, body: buffer)
    held.insert(entry.sha256)
  }

  private func task(_ line: ArraySlice<UInt8>) throws {
    guard let schema, let schemaHash, let guidelinesHash else { throw Self.unordered }
    guard tasks < Limits.tasksPerBundle else {
      throw Refusal("limit", "the bundle holds more than \(Limits.tasksPerBundle) tasks")
    }
    let task = try AnnotationTask(parsing: Array(line), schema: schema)
    named.formUnion(task.assets.map(\.sha256))
    try store.insertTask(
      hash: SHA256.hash(line), line: line, schema: schemaHash, guidelines: guidelinesHash,
      bundle: bundle)
    tasks += 1
  }

  private func practice(_ line: ArraySlice<UInt8>) throws {
    guard let schema, let schemaHash else { throw Self.unordered }
    guard practices < Limits.practiceTasks else {
      throw Refusal("limit", "the bundle holds more than \(Limits.practiceTasks) practice tasks")
    }
    let practice = try PracticeTask(parsing: Array(line), schema: schema)
    named.formUnion(practice.task.assets.map(\.sha256))
    practices += 1
    try store.insertPractice(
      hash: SHA256.hash(line), line: line, schema: schemaHash, bundle: bundle)
  }

  private static let unordered = Refusal(
    "entry-order", "tasks came before the project.json and guidelines.md that they need")

  private static func limit(of path: String) -> Int64? {
    switch path {
    case EntryName.project: Limits.schema
    case EntryName.guidelines: Limits.guidelines
    case EntryName.tasks, EntryName.practice: nil
    default: Limits.asset
    }
  }
}
