/// Changed copies of good input for a parser, the same ones in each run.
struct Mutations: Sequence, IteratorProtocol {
  private let seed: [UInt8]
  private var rest: Int
  private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

  init(of seed: [UInt8], count: Int) {
    self.seed = seed
    rest = count
  }

  mutating func next() -> [UInt8]? {
    guard rest > 0 else { return nil }
    rest -= 1
    var bytes = seed
    for _ in 0...random(below: 3) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return bytes.append(UInt8(random(below: 256))) }
    let place = random(below: bytes.count)
    let end = Swift.min(bytes.count, place + random(below: 40))
    switch random(below: 6) {
    case 0: bytes[place] ^= 1 << random(below: 8)
    case 1: bytes[place] = UInt8(random(below: 256))
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: random(below: bytes.count))
    case 4: bytes.insert([0x0a, 0x20, 0x22, 0x2d][random(below: 4)], at: place)
    default: bytes.removeSubrange(place...)
    }
  }

  private mutating func random(below bound: Int) -> Int {
    // xorshift64*
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_f491_4f6c_dd1d) >> 33) % bound
  }
}
