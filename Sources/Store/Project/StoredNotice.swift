public import Vocabulary

/// Something that the lab wrote to people of a room: a message, an answer, what an order says.
public struct StoredNotice: Sendable, Equatable {
  /// The order's number among what came down.
  public let sequence: Int64
  /// The hash of the order's manifest, by which a `read` act names it.
  public let manifest: Digest
  /// The order's name: "message", "reply", "freeze", …
  public let kind: String
  /// What it says.
  public let text: String
  /// The act that a reply answers.
  public let act: Digest?
  /// Whose act that is: a reply is for them alone.
  public let person: ID?
  /// When the lab made it, milliseconds since 1970 UTC.
  public let at: Int64

  /// A notice to be kept.
  public init(
    sequence: Int64, manifest: Digest, kind: String, text: String, act: Digest? = nil,
    person: ID? = nil, at: Int64
  ) {
    self.sequence = sequence
    self.manifest = manifest
    self.kind = kind
    self.text = text
    self.act = act
    self.person = person
    self.at = at
  }
}
