import CSodium

extension [UInt8] {
  /// Overwrites the bytes with zeros in a way that the compiler can't leave out.
  ///
  /// Wipes this array's own storage: bytes that another array shares, or that an earlier, smaller
  /// storage held before the array grew, stay. Reserve capacity first and don't share.
  public mutating func wipe() {
    unsafe withUnsafeMutableBytes { bytes in
      if let start = bytes.baseAddress { unsafe sodium_memzero(start, bytes.count) }
    }
  }
}

/// Comparison in constant time of bytes that an attacker may choose.
enum ConstantTime {
  /// Whether both are equal, in time that depends on the lengths alone.
  static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe sodium_memcmp(left, right, left.count) == 0
  }
}
