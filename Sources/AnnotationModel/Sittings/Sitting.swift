public import Vocabulary

/// One sitting of one person, as a channel's log shows it.
///
/// Room and lab find the same sittings in the same leaves, so that the code a person notes down
/// leads the lab to exactly these acts (Receipt codes: Sources/AnnotationModel/Sittings/RECEIPT.md).
public struct Sitting: Equatable, Sendable {
  /// Whose it is, by the person's id in this project.
  public let person: ID
  /// The index of its first leaf.
  public let first: Int64
  /// The index of its last leaf so far.
  public internal(set) var last: Int64
  /// Time of the first leaf, in milliseconds since 1970 UTC.
  public let from: Int64
  /// Time of the last leaf so far.
  public internal(set) var to: Int64
  /// The acts, by the hashes of their bodies, in the log's order.
  public internal(set) var acts: [Digest] = []

  /// The text whose SHA-256 gives the receipt code.
  public func receiptText(in log: LogName) -> [UInt8] {
    var lines = ["airlock/receipt/1", log.description, person.hex, String(first)]
    lines += acts.map(\.hex)
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}
