/// The four roles of TUF 1.0 that a channel has.
public enum Role: String, CaseIterable, Comparable, Sendable {
  case root, timestamp, snapshot, targets

  /// By name, so that lists of roles have one order.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The name that other documents give to this role's document.
  var fileName: String { "\(rawValue).json" }

  /// The name of one version of this role's document on a stick.
  public func fileName(version: Int64) -> String { "\(version).\(fileName)" }
}
