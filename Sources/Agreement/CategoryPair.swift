/// Two values without an order, or with one where the caller keeps it.
struct CategoryPair: Hashable, Comparable, Sendable {
  let first: Category
  let second: Category

  init(_ first: Category, _ second: Category) {
    self.first = first
    self.second = second
  }

  static func < (left: CategoryPair, right: CategoryPair) -> Bool {
    left.first == right.first ? left.second < right.second : left.first < right.first
  }
}

extension Sequence where Element == Category {
  /// Each value with the number of its ratings, smallest value first.
  var histogram: [(value: Category, count: Int)] {
    var counts: [Category: Int] = [:]
    for value in self { counts[value, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { (value: $0.key, count: $0.value) }
  }
}
