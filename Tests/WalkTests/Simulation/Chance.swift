/// Numbers that look random and come from a seed (splitmix64), so that a life can be lived again.
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 ..< limit.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

  /// True in so many of a hundred cases.
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  /// One of them; nil where there are none.
  mutating func one<Values: Collection>(of values: Values) -> Values.Element? {
    values.isEmpty ? nil : values[values.index(values.startIndex, offsetBy: below(values.count))]
  }
}
