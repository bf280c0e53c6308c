/// Random JSON from a seed: what it writes is valid, in every spelling that JSON allows.
struct RandomJSON {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2 &+ 1 }

  /// A number below `bound` (SplitMix64).
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  /// A value with its tokens, white space between them, nested at most `depth` deep.
  mutating func value(depth: Int) -> String {
    switch below(depth > 0 ? 8 : 5) {
    case 0: string()
    case 1: number()
    case 2: ["true", "false", "null"][below(3)]
    case 3: "\"\(below(1_000))\""
    case 4: string()
    case 5: list("[", "]", depth) { $0.value(depth: depth - 1) }
    default: object(depth)
    }
  }

  mutating func space() -> String {
    String((0..<below(3)).map { _ in Array(" \t\n\r")[below(4)] })
  }

  private mutating func list(
    _ open: String, _ close: String, _ depth: Int, _ element: (inout RandomJSON) -> String
  ) -> String {
    var parts: [String] = []
    for _ in 0..<below(5) { parts.append(space() + element(&self) + space()) }
    return open + (parts.isEmpty ? space() : parts.joined(separator: ",")) + close
  }

  private mutating func object(_ depth: Int) -> String {
    var count = 0
    return list("{", "}", depth) { random in
      count += 1
      // The count makes each name new.
      let name = random.string().dropLast() + "\(count)\""
      return name + random.space() + ":" + random.space() + random.value(depth: depth - 1)
    }
  }

  mutating func number() -> String {
    let whole = ["0", "7", "-0", "-12", "9007199254740993", "123456789012345678901234567890"][
      below(6)]
    let fraction = ["", ".0", ".50", ".125"][below(4)]
    return whole + fraction + ["", "e5", "E-3", "e+0"][below(4)]
  }

  mutating func string() -> String {
    let parts = [
      "a", "long plain text that passes eight bytes at a time ", "é", "世界", "😀", "\u{2028}",
      "\u{7f}",
      "\\\"", "\\\\", "\\/", "\\b\\f\\n\\r\\t", "\\u0000", "\\ud83d", "\\uDE00", "\\ud83d\\ude00",
      "\\u00e9", "", " ",
    ]
    return "\"" + (0..<below(6)).map { _ in parts[below(parts.count)] }.joined() + "\""
  }
}
