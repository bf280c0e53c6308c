import StrictJSON
import Vocabulary

/// One line of a channel's log.
public struct Leaf: Equatable, Sendable {
  /// A member that this version doesn't know: kept and reported, as its two tokens.
  public struct UnknownMember: Equatable, Sendable {
    public let name: [UInt8]
    public let value: [UInt8]
  }

  /// Milliseconds since 1970 UTC; never less than that of the leaf before.
  public let at: Int64
  /// When it really happened, where that was before the leaf could be written.
  public let since: Int64?
  public let event: LeafEvent
  /// Members beyond those of the event.
  public let unknown: [UnknownMember]

  /// A leaf of ours.
  public init(at: Int64, since: Int64? = nil, event: LeafEvent) {
    self.init(at: at, since: since, event: event, unknown: [])
  }

  init(at: Int64, since: Int64?, event: LeafEvent, unknown: [UnknownMember]) {
    self.at = at
    self.since = since
    self.event = event
    self.unknown = unknown
  }

  /// The line, without its LF: what is hashed.
  public func encoded() -> [UInt8] {
    var writer = JSONWriter(capacity: 400)
    writer.object { line in
      line.member("v", Int64(1))
      line.member("at", at)
      if let since { line.member("since", since) }
      line.member("event", event.name)
      event.write(&line)
      for member in unknown { line.member(rawName: member.name[...], raw: member.value[...]) }
    }
    return writer.bytes
  }
}
