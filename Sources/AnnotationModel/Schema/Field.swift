public import StrictJSON

/// One part of a task as a contractor sees it (design.md, "A project's schema").
public struct Field: Sendable {
  /// What a field holds and how it is shown.
  public enum Kind: Sendable, Equatable {
    case text(language: String?)
    case markdown(language: String?)
    case code(language: String?)
    case chat
    case steps
    /// Several responses; `blind` ones are shuffled for each room and task.
    case outputs(blind: Bool)
    case document
    case image
  }

  /// Where a value lies in the lab's record.
  public enum Source: Sendable, Equatable {
    case one(JSONPointer)
    /// An outputs field: one output behind each pointer.
    case list([JSONPointer])
    /// An outputs field: one output for each element of an array or object, at `inner` in it.
    case each(JSONPointer, inner: JSONPointer)
  }

  /// Name, unique among the fields.
  public let name: String
  public let kind: Kind
  /// Words shown over the field; the name where there are none.
  public let label: String?
  /// Whether a task may be without it.
  public let optional: Bool
  /// Where it comes from; nil in a schema that has left the lab.
  public let source: Source?

  /// Whether the field is a text of which a span can be marked.
  public var isText: Bool {
    switch kind {
    case .text, .markdown, .code, .document: true
    default: false
    }
  }

  /// Whether the field holds outputs.
  public var isOutputs: Bool { if case .outputs = kind { true } else { false } }

  /// The type's name as the schema spells it.
  public var type: String {
    switch kind {
    case .text: "text"
    case .markdown: "markdown"
    case .code: "code"
    case .chat: "chat"
    case .steps: "steps"
    case .outputs: "outputs"
    case .document: "document"
    case .image: "image"
    }
  }
}
