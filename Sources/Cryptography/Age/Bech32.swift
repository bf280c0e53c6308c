/// Bech32 (BIP 173) without its limit on length, as age writes keys.
enum Bech32 {
  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let checksumCount = 6

  /// The lowercase text of `bytes` under the given prefix.
  ///
  /// The text holds whatever secret the bytes were: the caller wipes it.
  static func encoded(_ bytes: [UInt8], prefix: String) -> [UInt8] {
    var values = regrouped(bytes, from: 8, to: 5, filling: true) ?? []
    defer { values.wipe() }
    var text = Array(prefix.utf8) + [0x31]
    text.reserveCapacity(text.count + values.count + checksumCount)
    for value in values { text.append(alphabet[Int(value)]) }
    for value in checksum(values, prefix: prefix) { text.append(alphabet[Int(value)]) }
    return text
  }

  /// The bytes of a lowercase text under the given prefix; nil for anything that `encoded` would
  /// not write.
  static func decoded(_ text: [UInt8], prefix: String) -> [UInt8]? {
    let head = Array(prefix.utf8) + [0x31]
    guard text.starts(with: head), text.count >= head.count + checksumCount else { return nil }
    var values: [UInt8] = []
    defer { values.wipe() }
    values.reserveCapacity(text.count)
    for character in text.dropFirst(head.count) {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      values.append(UInt8(value))
    }
    // The checksum of all values, its own included, leaves 1.
    guard polymod(values, prefix: prefix) == 1 else { return nil }
    var data = Array(values.dropLast(checksumCount))
    defer { data.wipe() }
    return regrouped(data, from: 5, to: 8, filling: false)
  }

  private static func checksum(_ values: [UInt8], prefix: String) -> [UInt8] {
    var padded = values + [UInt8](repeating: 0, count: checksumCount)
    defer { padded.wipe() }
    let remainder = polymod(padded, prefix: prefix) ^ 1
    return (0..<checksumCount).map { UInt8(remainder >> (5 * (checksumCount - 1 - $0)) & 31) }
  }

  /// The remainder that BIP 173 calls polymod, of the expanded prefix followed by the values.
  private static func polymod(_ values: [UInt8], prefix: String) -> UInt32 {
    let generator: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
    var sum: UInt32 = 1
    func add(_ value: UInt8) {
      let top = sum >> 25
      sum = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
      for (bit, factor) in generator.enumerated() where top >> bit & 1 == 1 { sum ^= factor }
    }
    for character in prefix.utf8 { add(character >> 5) }
    add(0)
    for character in prefix.utf8 { add(character & 31) }
    for value in values { add(value) }
    return sum
  }

  /// Cuts a row of bits into groups of another size. Without filling the bits left over must be
  /// fewer than a group of the old size and zero, so that there is one text for each value.
  private static func regrouped(_ groups: [UInt8], from: Int, to: Int, filling: Bool) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(groups.count * from / to + 1)
    var bits = 0
    var held: UInt32 = 0
    for group in groups {
      held = (held << from | UInt32(group)) & 0xfff
      bits += from
      while bits >= to {
        bits -= to
        result.append(UInt8(truncatingIfNeeded: held >> bits & (1 << to - 1)))
      }
    }
    let rest = held << (to - bits) & (1 << to - 1)
    if filling {
      if bits > 0 { result.append(UInt8(truncatingIfNeeded: rest)) }
    } else if bits >= from || rest != 0 {
      result.wipe()
      return nil
    }
    return result
  }
}
