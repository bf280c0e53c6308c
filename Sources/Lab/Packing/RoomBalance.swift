import Vocabulary

/// Deals records out to rooms so that each gets its share and no order can be guessed.
struct RoomBalance {
  /// Tasks given to each room in this run, by its place in the list.
  private(set) var given: [Int]
  private let overlap: Int
  private let random: @Sendable (Int) -> [UInt8]

  /// A deal among so many rooms; each record goes to `overlap` of them.
  init(rooms: Int, overlap: Int, random: @escaping @Sendable (Int) -> [UInt8]) {
    given = [Int](repeating: 0, count: rooms)
    self.overlap = overlap
    self.random = random
  }

  /// The rooms, by place and in that order, that get the next record: those with the fewest tasks
  /// so far, drawn where they are level, among those that haven't `had` it. Fewer than the overlap
  /// where fewer are left.
  mutating func next(had: Set<Int>) -> [Int] {
    let open = shuffled(given.indices.filter { !had.contains($0) })
    let chosen = open.sorted { given[$0] < given[$1] }.prefix(overlap).sorted()
    for room in chosen { given[room] += 1 }
    return chosen
  }

  /// Standard sorting keeps the order of equals, so a shuffle before it draws among them.
  private func shuffled(_ rooms: [Int]) -> [Int] {
    Shuffle.order(of: rooms.count, random: random).map { rooms[$0] }
  }
}
