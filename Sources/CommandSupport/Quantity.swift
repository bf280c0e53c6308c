/// Numbers with what they count, as people write them.
public enum Quantity {
  /// `1 task`, `2 tasks`; `many` where the plural isn't made with an s.
  public static func text(_ count: some BinaryInteger, _ one: String, _ many: String? = nil)
    -> String
  {
    count == 1 ? "1 \(one)" : "\(count) \(many ?? one + "s")"
  }
}
