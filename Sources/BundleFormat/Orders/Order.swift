public import Cryptography
public import Vocabulary

/// What the lab tells a room, `order.json` of a bundle of kind `order` (formats.md, section 5).
public enum Order: Hashable, Sendable {
  /// Nothing but what the manifest carries: a receipt, a lease.
  case none
  /// No new tasks; hours and results still leave.
  case freeze(text: String)
  /// A freeze ends.
  case thaw(text: String)
  /// Something for people to read.
  case message(text: String)
  /// New guidelines, which travel as `guidelines.md` with their assets.
  case guidelines(text: String)
  /// The project's store is to be destroyed.
  case wipe(text: String)
  /// An answer to an `ask` or `flag`, named by the hash of its act.
  case reply(act: Digest, text: String)
  /// Tasks that are to be worked on no more, named by their hashes.
  case recall(tasks: [Digest], text: String)
  /// A restored or cloned room may go on under this epoch.
  case acceptEpoch(EpochID)
  /// Keys that are valid no longer once this is imported.
  case rotate(keys: [VerifyingKey], text: String)

  /// The order's name in `order.json`.
  public var name: String {
    switch self {
    case .none: "none"
    case .freeze: "freeze"
    case .thaw: "thaw"
    case .message: "message"
    case .guidelines: "guidelines"
    case .wipe: "wipe"
    case .reply: "reply"
    case .recall: "recall"
    case .acceptEpoch: "accept-epoch"
    case .rotate: "rotate"
    }
  }

  /// What the order says to people; nil where it says nothing.
  public var text: String? {
    switch self {
    case .none, .acceptEpoch: nil
    case .freeze(let text), .thaw(let text), .message(let text), .guidelines(let text),
      .wipe(let text), .reply(_, let text), .recall(_, let text), .rotate(_, let text):
      text
    }
  }

  /// Checks what travels with the order: guidelines, and their assets, with that order only.
  /// Throws `entry-missing` or `entry-extra`.
  public func check(_ entries: [ManifestEntry]) throws(Refusal) {
    if case .guidelines = self {
      guard entries.contains(where: { $0.path == EntryName.guidelines }) else {
        throw Refusal(.entryMissing, "the order brings no \(EntryName.guidelines)")
      }
    } else if entries.count > 1 {
      throw Refusal(.entryExtra, "an order of the kind \(name) has \(EntryName.order) alone")
    }
  }
}
