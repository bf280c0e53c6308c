public import Vocabulary

/// What a room, a person or a lab may be called: a name stands in one line of a page or a terminal.
public enum NameRule {
  private static let limit = 100

  /// Whether `name` is one.
  public static func allows(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= limit
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
  }

  /// Throws `Failure` (bad input) where it is none.
  public static func require(_ name: String) throws(Failure) {
    guard !allows(name) else { return }
    throw Failure(.badInput, "a name has 1 to \(limit) bytes and no control characters")
  }
}
