import Exchange

/// What happens next, drawn from a seed.
struct LifePlan {
  static let sticks = 3

  private var chance: Chance
  /// Whether the room's machine may die in this life.
  let withRestores: Bool
  /// How many steps it has.
  let length: Int
  private var kept = 0

  init(seed: UInt64) {
    chance = Chance(seed: seed)
    withRestores = chance.happens(40)
    length = 12 + chance.below(24)
  }

  mutating func next() -> LifeStep {
    let stick = chance.below(Self.sticks)
    switch chance.below(100) {
    case 0..<14: return .pack(records: 1 + chance.below(3), stick: stick, accident())
    case 14..<18: return .message(stick: stick, accident())
    case 18..<38: return .labSync(stick: stick, accident())
    case 38..<58: return .roomSync(stick: stick, named: chance.happens(40), accident())
    case 58..<70: return .answer(1 + chance.below(2))
    case 70..<72: return .skip
    case 72..<75: return .withdraw
    case 75..<78: return .revise
    case 78..<80: return .lose(stick: stick)
    case 80..<84: return .copy(from: stick, to: other(stick), beside: chance.happens(50))
    case 84..<88: return keep(stick)
    case 88..<92:
      guard kept > 0 else { return keep(stick) }
      return .putBack(kept: chance.below(kept), stick: stick, beside: chance.happens(50))
    case 92..<94: return .holiday(stick: stick)
    case 94..<95: return .loseOutbox
    default: return rest(stick)
    }
  }

  private mutating func rest(_ stick: Int) -> LifeStep {
    guard withRestores else { return .labSync(stick: stick, accident()) }
    return chance.one(of: [LifeStep.backUp, .restore, .accept]) ?? .accept
  }

  private mutating func keep(_ stick: Int) -> LifeStep {
    kept += 1
    return .keep(stick: stick)
  }

  private mutating func other(_ stick: Int) -> Int {
    (stick + 1 + chance.below(Self.sticks - 1)) % Self.sticks
  }

  /// Three exchanges in ten go wrong.
  private mutating func accident() -> Accident? {
    guard chance.happens(30) else { return nil }
    let step = 1 + chance.below(60)
    switch chance.below(8) {
    case 0: return .full(after: chance.below(200_000))
    case 1: return .fullUnsaid(after: chance.below(200_000))
    case 2: return .readOnly
    case 3: return .fails(step: step, .vanished)
    case 4: return .flips(step: step)
    default: return .pulled(step: step, tear: chance.one(of: Accident.Tear.allCases) ?? .lost)
    }
  }
}
