/// The lengths to which bundles are padded, so that a file's size says little about what is in it
/// (formats.md, section 5).
///
/// Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", 2019): a length may
/// keep only so many significant bits as its exponent has digits, which costs at most 12 % and
/// leaves O(log log L) bits of a length visible.
public enum Padme {
  /// The shortest padded plaintext of a bundle, in bytes: all small bundles look the same.
  static let shortest: Int64 = 65_536

  /// The padded length, in bytes, of something that is `length` bytes long.
  public static func padded(_ length: Int64) -> Int64 {
    guard length > 1 else { return max(0, length) }
    let exponent = exponent(of: length)
    let kept = self.exponent(of: exponent) + 1
    let step: Int64 = 1 << (exponent - kept)
    return (length + step - 1) / step * step
  }

  /// ⌊log2 `value`⌋ of a positive value.
  private static func exponent(of value: Int64) -> Int64 {
    Int64(Int64.bitWidth - 1 - value.leadingZeroBitCount)
  }
}
