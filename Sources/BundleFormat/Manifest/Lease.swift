import StrictJSON

/// How much may be done in a room before it must hear from the lab again (formats.md, section 3).
public struct Lease: Hashable, Sendable {
  /// Acts of everybody in the channel.
  public let acts: Int64
  /// Their time of work, in milliseconds.
  public let activeMs: Int64

  /// A lease of so many acts and milliseconds.
  public init(acts: Int64, activeMs: Int64) {
    self.acts = acts
    self.activeMs = activeMs
  }

  /// 20,000 acts and 400 hours.
  public static let standard = Lease(acts: 20_000, activeMs: 400 * 3_600_000)

  init(_ value: JSONValue) throws(JSONFault) {
    try value.onlyMembers(["acts", "activeMs"])
    acts = try value.require("acts").integer()
    activeMs = try value.require("activeMs").integer()
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("acts", acts)
      $0.member("activeMs", activeMs)
    }
  }
}
