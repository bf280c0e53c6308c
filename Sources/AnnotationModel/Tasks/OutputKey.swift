/// The names under which a task shows its outputs: k1, k2, … in the order shown.
public enum OutputKey {
  /// The key at a position, counted from 0.
  public static func key(_ position: Int) -> String { "k\(position + 1)" }

  static func isKey(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst()
    return text.utf8.first == 0x6B && (1...6).contains(digits.count) && digits.first != 0x30
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }
}
