import CommandSupport
import Cryptography
import TUF

extension RootText {
  /// What becomes of a role.
  static func change(_ change: RootDifference.RoleChange) -> String {
    guard change.isChange else { return "  \(change.role): as before" }
    let count = change.added.count + change.kept.count
    var text = "  \(change.role): \(change.threshold) of \(Quantity.text(count, "key"))"
    if let former = change.formerThreshold {
      text += " (before: \(former) of \(change.removed.count + change.kept.count))"
    }
    if !change.added.isEmpty { text += ", NEW \(names(Set(change.added)))" }
    if !change.removed.isEmpty { text += ", GONE \(names(Set(change.removed)))" }
    if !change.kept.isEmpty { text += ", stays \(names(Set(change.kept)))" }
    return text
  }

  /// To whom results go.
  static func seal(_ difference: RootDifference) -> String {
    guard !difference.sealAdded.isEmpty || !difference.sealRemoved.isEmpty else {
      return "  results are sealed to whom they were"
    }
    var parts = difference.sealAdded.map { "NEW \($0)" }
    parts += difference.sealRemoved.map { "GONE \($0)" }
    return "  results are sealed to: \(parts.joined(separator: ", "))"
  }

  /// What becomes of a role, for programs.
  static func report(_ change: RootDifference.RoleChange) -> Report {
    .members([
      "role": .text(change.role.rawValue),
      "added": .list(change.added.map { .text($0.hex) }),
      "removed": .list(change.removed.map { .text($0.hex) }),
      "threshold": .integer(change.threshold),
    ])
  }
}
