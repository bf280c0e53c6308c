public import StrictJSON
import Vocabulary

/// A project's rules: what a task shows and what is asked about it (formats.md, section 7).
public struct ProjectSchema: Sendable {
  /// Where a schema is read: the lab's own file, or what came to a room.
  public enum Side: Sendable { case lab, room }

  /// How long a room keeps tasks and bodies.
  public enum Retain: String, Sendable {
    /// Until the lab orders a wipe.
    case wipe
    /// Until the lab has them.
    case receipt
  }

  /// The name under which people speak of the project.
  public let codename: String
  public let version: Int64
  public let retain: Retain
  public let fields: [Field]
  public let questions: [Question]
  /// What may be chosen when a task is skipped or flagged.
  public let reasons: [String]
  /// How many practice tasks must be right; nil where nothing is asked.
  public let practicePass: Int64?
  /// Values of a record that the lab keeps for itself, by name. Empty in a room.
  public let labOnly: [String: JSONPointer]
  /// The schema as it leaves the lab: without sources and gold, every token byte for byte. In a
  /// room the bytes that came.
  public let leavingBytes: [UInt8]

  /// Reads project.json.
  ///
  /// Throws `DocumentFault` with line, JSON Pointer and what was expected; unknown members are
  /// errors at every level, and on the room's side `from`, `each` and `labOnly` too (schema-from).
  public init(parsing bytes: [UInt8], side: Side) throws(DocumentFault) {
    do throws(DocumentFault) {
      guard bytes.count <= Limits.schema else {
        throw DocumentFault(pointer: "", problem: "must be at most \(Limits.schema) bytes")
      }
      let root = try Self.document(bytes).root
      if side == .room { try LeavingSchema.refuseLabMembers(root) }
      self = try SchemaReader(side: side, leaving: side == .lab ? LeavingSchema.bytes(root) : bytes)
        .project(root)
    } catch {
      throw error.coded(.schema).located(in: bytes)
    }
  }

  init(
    codename: String, version: Int64, retain: Retain, fields: [Field], questions: [Question],
    reasons: [String], practicePass: Int64?, labOnly: [String: JSONPointer], leavingBytes: [UInt8]
  ) {
    self.codename = codename
    self.version = version
    self.retain = retain
    self.fields = fields
    self.questions = questions
    self.reasons = reasons
    self.practicePass = practicePass
    self.labOnly = labOnly
    self.leavingBytes = leavingBytes
  }

  /// The field of that name.
  public func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// The question of that name.
  public func question(_ name: String) -> Question? { questions.first { $0.name == name } }

  private static func document(_ bytes: [UInt8]) throws(DocumentFault) -> JSONDocument {
    do { return try JSONDocument(bytes) } catch { throw DocumentFault(error) }
  }
}
