/// A pattern of a shell for paths of targets (TUF 1.0, section 4.6; glob(7)): `*` is any run of
/// characters, `?` any one, `[a-z]` and `[!a-z]` one of a set. None of them stands for a `/`.
///
/// Matched part by part without recursion, in time of at most pattern × path: a hostile pattern
/// costs no more.
struct PathPattern: Equatable, Sendable {
  private enum Step: Equatable, Sendable {
    case literal(Unicode.Scalar)
    case any
    case run
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    func matches(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .literal(let own): own == scalar
      case .any: true
      case .run: false
      case .set(let ranges, let isNegated):
        ranges.contains { $0.contains(scalar) } != isNegated
      }
    }
  }

  /// What each part between slashes must be.
  private let parts: [[Step]]

  init(_ text: String) { parts = Self.split(text).map(Self.steps) }

  /// Whether the whole of `path` is what the pattern says.
  func matches(_ path: String) -> Bool {
    let names = Self.split(path)
    return names.count == parts.count && zip(parts, names).allSatisfy(Self.matches)
  }

  private static func split(_ text: String) -> [ArraySlice<Unicode.Scalar>] {
    Array(text.unicodeScalars).split(separator: "/", omittingEmptySubsequences: false)
  }

  private static func steps(_ text: ArraySlice<Unicode.Scalar>) -> [Step] {
    var steps: [Step] = []
    var rest = text
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": if steps.last != .run { steps.append(.run) }
      case "?": steps.append(.any)
      case "[": steps.append(set(&rest) ?? .literal("["))
      default: steps.append(.literal(scalar))
      }
    }
    return steps
  }

  /// The set that begins after `[`; nil where it isn't closed, so that the bracket is a character.
  private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Step? {
    var inside = rest
    let isNegated = inside.first == "!"
    if isNegated { inside.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let low = inside.popFirst() {
      if low == "]", !ranges.isEmpty {
        rest = inside
        return .set(ranges, isNegated: isNegated)
      }
      guard inside.first == "-", let high = inside.dropFirst().first, high != "]" else {
        ranges.append(low...low)
        continue
      }
      inside = inside.dropFirst(2)
      // A range that runs backwards holds nothing, but the set isn't empty for it.
      ranges.append(low <= high ? low...high : low...low)
    }
    return nil
  }

  /// Goes on from the last run where a later step doesn't fit: earlier runs need never take more.
  private static func matches(_ steps: [Step], _ name: ArraySlice<Unicode.Scalar>) -> Bool {
    var (step, place) = (0, name.startIndex)
    var (runStep, runPlace): (Int?, Int) = (nil, name.startIndex)
    while place < name.endIndex {
      if step < steps.count, steps[step] == .run {
        (runStep, runPlace) = (step, place)
        step += 1
      } else if step < steps.count, steps[step].matches(name[place]) {
        step += 1
        place += 1
      } else if let again = runStep {
        runPlace += 1
        (step, place) = (again + 1, runPlace)
      } else {
        return false
      }
    }
    return steps[step...].allSatisfy { $0 == .run }
  }
}
