/// What is other in new guidelines, grouped by the heading that it stands under.
public struct GuidelineChanges: Sendable {
  /// A piece of Markdown that went or came.
  public struct Part: Equatable, Sendable {
    /// Whether it is in the new guidelines; otherwise it was in the old.
    public let isNew: Bool
    public let text: String
  }

  /// All changes under one heading, in their order.
  public struct Passage: Equatable, Sendable {
    /// The heading's words; empty before the first heading.
    public let heading: String
    public internal(set) var parts: [Part]
  }

  /// The changed passages, in the order of the new text.
  public private(set) var passages: [Passage] = []

  /// More pairs of blocks than this aren't compared one by one.
  private static let mostPairs = 4_000_000

  /// Compares two versions block by block.
  public init(from old: String, to new: String) {
    let (old, new) = (GuidelineBlocks(old).blocks, GuidelineBlocks(new).blocks)
    let start = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    compare(Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]))
  }

  /// Goes along a longest common subsequence.
  private mutating func compare(_ old: [GuidelineBlocks.Block], _ new: [GuidelineBlocks.Block]) {
    let common = Self.lengths(old, new)
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, !common.isEmpty, old[i] == new[j] {
        (i, j) = (i + 1, j + 1)
      } else if i < old.count,
        j == new.count || common.isEmpty || common[i + 1][j] >= common[i][j + 1]
      {
        add(old[i], isNew: false)
        i += 1
      } else {
        add(new[j], isNew: true)
        j += 1
      }
    }
  }

  private mutating func add(_ block: GuidelineBlocks.Block, isNew: Bool) {
    let part = Part(isNew: isNew, text: block.text)
    if let place = passages.firstIndex(where: { $0.heading == block.heading }) {
      passages[place].parts.append(part)
    } else {
      passages.append(Passage(heading: block.heading, parts: [part]))
    }
  }

  /// For each pair of places, the length of the longest common subsequence from there; empty where
  /// that would take too much memory, and then all of it counts as changed.
  private static func lengths(
    _ old: [GuidelineBlocks.Block], _ new: [GuidelineBlocks.Block]
  ) -> [[Int32]] {
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= mostPairs else { return [] }
    var table = Array(
      repeating: Array(repeating: Int32(0), count: new.count + 1), count: old.count + 1)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        table[i][j] =
          old[i] == new[j] ? table[i + 1][j + 1] + 1 : max(table[i + 1][j], table[i][j + 1])
      }
    }
    return table
  }
}
