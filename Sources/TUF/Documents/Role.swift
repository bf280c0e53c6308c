/// The four roles of TUF 1.0 that a channel has.
public enum Role: String, CaseIterable, Sendable {
  case root, timestamp, snapshot, targets

  /// The name that other documents give to this role's document.
  var fileName: String { "\(rawValue).json" }

  /// The name of one version of this role's document on a stick.
  public func fileName(version: Int64) -> String { "\(version).\(fileName)" }
}
