/// Text of others made harmless for a terminal.
public enum Inert {
  /// `text` with everything that moves the cursor, starts an escape sequence, breaks the line or
  /// reorders what stands around it written as `\u{…}`.
  ///
  /// Covers C0 and C1 controls, DEL, line and paragraph separators and the bidirectional controls;
  /// letters of every script stay as they are.
  public static func text(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isActive(scalar) {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060,
      0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
