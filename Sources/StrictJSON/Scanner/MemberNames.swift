/// The member names of the objects that are open, to find one that comes twice.
///
/// A stack: each object's names lie above those of the objects around it.
struct MemberNames {
  /// A name as its token's place without the quotes, and a hash of what it means.
  struct Name {
    let start: Int
    let end: Int
    let escaped: Bool
    let hash: UInt64
  }

  private(set) var names: [Name] = []
  var count: Int { names.count }

  mutating func reserve(_ count: Int) { names.reserveCapacity(count) }

  mutating func push(_ bytes: Span<UInt8>, start: Int, end: Int, escaped: Bool) {
    let hash = escaped ? Self.hash(Self.decoded(bytes, start, end)) : Self.hash(bytes, start, end)
    names.append(Name(start: start, end: end, escaped: escaped, hash: hash))
  }

  /// Forgets the names from `first` on. If one among them comes twice, returns where its second
  /// coming starts and leaves it on top, so that the error's pointer ends with it.
  mutating func close(_ bytes: Span<UInt8>, from first: Int) -> Int? {
    // Up to here comparing all pairs beats sorting.
    let few = names.count - first <= 16
    let repeated =
      few ? firstRepeatedOfFew(bytes, from: first) : firstRepeatedOfMany(bytes, from: first)
    guard let repeated else {
      names.removeSubrange(first...)
      return nil
    }
    names.removeSubrange((repeated + 1)...)
    return names[repeated].start
  }

  private func firstRepeatedOfFew(_ bytes: Span<UInt8>, from first: Int) -> Int? {
    guard names.count - first > 1 else { return nil }
    for later in (first + 1)..<names.count {
      for earlier in first..<later
      where names[earlier].hash == names[later].hash
        && Self.order(bytes, names[earlier], names[later]) == 0
      {
        return later
      }
    }
    return nil
  }

  /// Sorted rather than hashed into buckets: names that were chosen to collide cost no more than
  /// others.
  private func firstRepeatedOfMany(_ bytes: Span<UInt8>, from first: Int) -> Int? {
    var order = Array(first..<names.count)
    sort(&order, bytes)
    var repeated: Int?
    for place in 1..<order.count {
      let (earlier, later) = (names[order[place - 1]], names[order[place]])
      if earlier.hash == later.hash && Self.order(bytes, earlier, later) == 0 {
        repeated = min(repeated ?? .max, max(order[place - 1], order[place]))
      }
    }
    return repeated
  }

  /// A merge sort from the bottom up, since a closure can't hold the span that the standard
  /// library's sort would need.
  private func sort(_ order: inout [Int], _ bytes: Span<UInt8>) {
    var width = 1
    var merged = order
    while width < order.count {
      var start = 0
      while start < order.count {
        merge(
          order, into: &merged, start, min(start + width, order.count),
          min(start + 2 * width, order.count), bytes)
        start += 2 * width
      }
      swap(&order, &merged)
      width *= 2
    }
  }

  private func merge(
    _ order: [Int], into merged: inout [Int], _ start: Int, _ middle: Int, _ end: Int,
    _ bytes: Span<UInt8>
  ) {
    var (left, right) = (start, middle)
    for place in start..<end {
      if left < middle && (right >= end || !precedes(order[right], order[left], bytes)) {
        merged[place] = order[left]
        left += 1
      } else {
        merged[place] = order[right]
        right += 1
      }
    }
  }

  private func precedes(_ left: Int, _ right: Int, _ bytes: Span<UInt8>) -> Bool {
    let (left, right) = (names[left], names[right])
    if left.hash != right.hash { return left.hash < right.hash }
    return Self.order(bytes, left, right) < 0
  }

  /// Negative, zero, positive: an order of what the names mean. Zero only for equal ones.
  private static func order(_ bytes: Span<UInt8>, _ left: Name, _ right: Name) -> Int {
    if left.escaped || right.escaped {
      let first = decoded(bytes, left.start, left.end)
      let second = decoded(bytes, right.start, right.end)
      if first == second { return 0 }
      return first.count == second.count
        ? (first.lexicographicallyPrecedes(second) ? -1 : 1) : first.count - second.count
    }
    let count = left.end - left.start
    if count != right.end - right.start { return count - (right.end - right.start) }
    for place in 0..<count where bytes[left.start + place] != bytes[right.start + place] {
      return Int(bytes[left.start + place]) - Int(bytes[right.start + place])
    }
    return 0
  }

  private static func decoded(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> [UInt8] {
    var raw: [UInt8] = []
    raw.reserveCapacity(end - start)
    for index in start..<end { raw.append(bytes[index]) }
    return StringContent.wtf8(raw[...])
  }

  /// Eight bytes at a time: only a first sieve, equality is always of bytes.
  private static func hash(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    let raw = unsafe bytes.bytes
    var hash = UInt64(truncatingIfNeeded: end - start)
    var place = start
    while place + 8 <= end {
      // Safe: place + 8 is within the span.
      let eight = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      hash = mixed(hash ^ UInt64(littleEndian: eight))
      place += 8
    }
    var rest: UInt64 = 0
    while place < end {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    return mixed(hash ^ rest)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    (value ^ value >> 29) &* 0x9E37_79B9_7F4A_7C15
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 { hash(bytes.span, 0, bytes.count) }
}
