/// Numbers of bytes as people write them.
public enum ByteCount {
  /// `800 bytes`, `12.4 MB`, `31 GB`: decimal units, as on a stick's label; one decimal below 100.
  public static func text(_ bytes: Int64) -> String {
    guard bytes >= 1_000 else { return "\(bytes) bytes" }
    var unit: Int64 = 1_000
    for name in ["kB", "MB", "GB", "TB"] {
      if bytes < unit * 1_000 || name == "TB" { return number(bytes, unit) + " " + name }
      unit *= 1_000
    }
    return "\(bytes) bytes"
  }

  private static func number(_ bytes: Int64, _ unit: Int64) -> String {
    let tenths = bytes / (unit / 10)
    guard tenths < 1_000, !tenths.isMultiple(of: 10) else { return "\(tenths / 10)" }
    return "\(tenths / 10).\(tenths % 10)"
  }
}
