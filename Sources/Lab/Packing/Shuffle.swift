/// Random orders, without bias, from bytes of the context.
enum Shuffle {
  /// The places 0..<count in a random order (Fisher and Yates).
  static func order(of count: Int, random: (Int) -> [UInt8]) -> [Int] {
    var places = Array(0..<count)
    guard count > 1 else { return places }
    for last in stride(from: count - 1, to: 0, by: -1) {
      places.swapAt(last, below(last + 1, random: random))
    }
    return places
  }

  /// A number below `bound`, each equally likely: draws that would favour small ones are repeated.
  private static func below(_ bound: Int, random: (Int) -> [UInt8]) -> Int {
    let bound = UInt64(bound)
    let fair = UInt64.max - UInt64.max % bound
    while true {
      let draw = random(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      if draw < fair { return Int(draw % bound) }
    }
  }
}
