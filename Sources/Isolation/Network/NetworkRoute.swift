/// One route, as far as it matters: by which interface, and whether it leads anywhere.
public struct NetworkRoute: Hashable, Sendable {
  /// The interface that packets leave by.
  public let interface: String
  /// Whether packets can reach another machine by it: it is up, doesn't refuse, and is neither an
  /// address of our own nor the neighbourhood that IPv6 gives every interface by itself.
  public let leadsOut: Bool

  /// A route by its parts.
  public init(interface: String, leadsOut: Bool) {
    self.interface = interface
    self.leadsOut = leadsOut
  }
}

extension NetworkRoute {
  private static let up: UInt32 = 0x1  // RTF_UP
  private static let reject: UInt32 = 0x200  // RTF_REJECT
  private static let anycast: UInt32 = 0x10_0000  // RTF_ANYCAST
  private static let local: UInt32 = 0x8000_0000  // RTF_LOCAL
  /// The metric of the reject route that the kernel keeps at the end of each IPv6 table.
  private static let last: UInt32 = 0xFFFF_FFFF

  /// The routes in the text of `/proc/net/route`, whose first line is a heading.
  public static func version4(_ text: String) -> [NetworkRoute] {
    rows(text).dropFirst().compactMap { row in
      guard let interface = row.first else { return nil }
      // A row that isn't understood counts as a way out.
      let flags = row.count > 3 ? UInt32(row[3], radix: 16) : nil
      let leadsOut = flags.map { $0 & up != 0 && $0 & reject == 0 } ?? true
      return NetworkRoute(interface: String(interface), leadsOut: leadsOut)
    }
  }

  /// The routes in the text of `/proc/net/ipv6_route`.
  public static func version6(_ text: String) -> [NetworkRoute] {
    rows(text).compactMap { row in
      guard let interface = row.last else { return nil }
      return NetworkRoute(interface: String(interface), leadsOut: leadsOut(version6: row))
    }
  }

  /// Columns: destination, prefix, source, prefix, next hop, metric, references, use, flags, name.
  private static func leadsOut(version6 row: [Substring]) -> Bool {
    guard row.count == 10, let flags = UInt32(row[8], radix: 16),
      let metric = UInt32(row[5], radix: 16), let start = UInt32(row[0].prefix(4), radix: 16)
    else { return true }
    let ownNeighbourhood = start & 0xFFC0 == 0xFE80 || start & 0xFF00 == 0xFF00
    return flags & up != 0 && flags & (reject | local | anycast) == 0 && metric != last
      && !ownNeighbourhood
  }

  private static func rows(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").map { $0.split(whereSeparator: { $0 == " " || $0 == "\t" }) }
  }
}
