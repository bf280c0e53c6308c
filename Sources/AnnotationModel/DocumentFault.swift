public import StrictJSON
public import Vocabulary

/// What is wrong with a document that a person wrote or an answer that a person gave: file, line,
/// place and what was expected, in one line.
public struct DocumentFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The reason code, for where the document came over the gap.
  public let code: Refusal.Code
  /// The file's name; nil until the caller says it.
  public private(set) var file: String?
  /// Line in the file, from 1; nil where that says nothing.
  public private(set) var line: Int?
  /// JSON Pointer (RFC 6901) to the place; empty for the whole document.
  public let pointer: String
  /// What is wrong and what was expected, to be read after the place.
  public let problem: String
  /// Place in bytes from the start of the document or line.
  let offset: Int

  /// A fault at the place `pointer`.
  public init(
    _ code: Refusal.Code = .document, pointer: String, problem: String, file: String? = nil,
    line: Int? = nil
  ) {
    self.init(code, pointer: pointer, problem: problem, offset: 0)
    self.file = file
    self.line = line
  }

  init(_ code: Refusal.Code = .document, pointer: String, problem: String, offset: Int) {
    self.code = code
    self.pointer = pointer
    self.problem = problem
    self.offset = offset
  }

  /// A fault that reading the JSON met.
  public init(_ fault: JSONFault) {
    let reason = fault.refusal.code
    let problem: String
    switch fault.code {
    case .missing: problem = "is missing"
    case .unknown: problem = "is not known here; expected \(fault.expected)"
    case .type, .value, .integer: problem = "must be \(fault.expected)"
    default: problem = "expected \(fault.expected) at byte \(fault.offset)"
    }
    self.init(
      reason == .jsonMember ? .document : reason, pointer: fault.pointer, problem: problem,
      offset: fault.offset)
    line = fault.line
  }

  /// The same with the file and line that it happened in.
  public func at(file: String?, line: Int? = nil) -> DocumentFault {
    var fault = self
    fault.file = file
    fault.line = line ?? self.line
    return fault
  }

  /// The same under `code`, unless a more exact code is known already.
  func coded(_ code: Refusal.Code) -> DocumentFault {
    guard self.code == .document else { return self }
    var fault = DocumentFault(code, pointer: pointer, problem: problem, offset: offset)
    (fault.file, fault.line) = (file, line)
    return fault
  }

  /// The same with the line of `bytes` in which it lies.
  func located(in bytes: [UInt8]) -> DocumentFault {
    let before = bytes.prefix(offset).reduce(0) { count, byte in byte == 0x0A ? count + 1 : count }
    return at(file: file, line: before + 1)
  }

  /// The same for what came over the gap: its reason code, and no byte of the document.
  public var refusal: Refusal {
    let place = line.map { "line \($0)" } ?? "byte \(offset)"
    return Refusal(code, "at \(place): \(problem)")
  }

  /// One line, such as `tasks.jsonl:40001: /instruction: is missing; field "prompt" needs it`.
  public var description: String {
    var text = file ?? ""
    if let line { text += file == nil ? "line \(line)" : ":\(line)" }
    if !text.isEmpty { text += ": " }
    if !pointer.isEmpty { text += pointer + ": " }
    return text + problem
  }
}

extension Refusal.Code {
  /// A document that breaks a rule which has no code of its own.
  public static let document: Refusal.Code = "document"
  /// A schema that breaks a rule.
  public static let schema: Refusal.Code = "schema"
  /// A schema that names sources or gold came to a room.
  public static let schemaFrom: Refusal.Code = "schema-from"
  /// A line of tasks.jsonl that hasn't exactly its form.
  public static let taskForm: Refusal.Code = "task-form"
  /// An answer that breaks a rule of its question.
  public static let answer: Refusal.Code = "answer"
  /// An act's body that hasn't the members of its kind.
  public static let actForm: Refusal.Code = "act-form"
  /// An act's `n` or `previous` doesn't continue its person's chain.
  public static let actChain: Refusal.Code = "act-chain"
  /// An act made for another log.
  public static let actLog: Refusal.Code = "act-log"
  /// An act's person isn't its leaf's.
  public static let actPerson: Refusal.Code = "act-person"
  /// An act's `replaces` isn't the person's newest answer or revise on the task.
  public static let actReplaces: Refusal.Code = "act-replaces"
  /// A leaf that hasn't the members of its event.
  public static let leafForm: Refusal.Code = "leaf-form"
  /// A leaf's time is before that of the one before it, or not that of its act.
  public static let leafAt: Refusal.Code = "leaf-at"
}
