public import Vocabulary

/// What an act says beyond who, where and when: exactly the members of its kind.
public enum ActContent: Equatable, Sendable {
  /// The exact JSON object, question → value.
  case answer([UInt8])
  /// New answers in place of those of the act `replaces`.
  case revise(replaces: Digest, answers: [UInt8])
  case withdraw(replaces: Digest)
  case skip(String)
  case flag(String)
  case ask(String)
  /// An order was read, by its manifest's hash; nil for the guidelines.
  case read(notice: Digest?)
  /// The person's new act key, 64 hexadecimal digits; it signs from the next act.
  case key(String)

  public var kind: ActKind {
    switch self {
    case .answer: .answer
    case .revise: .revise
    case .withdraw: .withdraw
    case .skip: .skip
    case .flag: .flag
    case .ask: .ask
    case .read: .read
    case .key: .key
    }
  }
}
