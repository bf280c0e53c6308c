import TUF
public import Vocabulary

/// What a stick may hold, and under which names (formats.md, section 2). Names are compared exactly;
/// what matches nothing here is neither opened nor changed.
public enum ExchangeLayout {
  /// What is not yet, or no longer, a whole file ends in this.
  static let partSuffix = ".part"

  static let down = "airlock/down"
  static let up = "airlock/up"

  /// The folder of what comes down in a channel.
  public static func down(_ channel: ID) -> String { "\(down)/\(channel.hex)" }
  static func metadata(_ channel: ID) -> String { "\(down(channel))/metadata" }
  static func targets(_ channel: ID) -> String { "\(down(channel))/targets" }

  /// The folder of what goes up in a channel.
  public static func up(_ channel: ID) -> String { "\(up)/\(channel.hex)" }
  static func epoch(_ channel: ID, _ epoch: EpochID) -> String { "\(up(channel))/\(epoch.hex)" }

  /// A number as names hold it: decimal, from 1, without leading zeros.
  static func number(_ text: some StringProtocol) -> Int64? {
    let digits = text.utf8
    guard digits.count <= 16, digits.first != UInt8(ascii: "0"),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int64(text), number <= Limits.maxInteger
    else { return nil }
    return number
  }
}
