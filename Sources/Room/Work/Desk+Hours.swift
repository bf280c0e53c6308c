public import Store
public import Vocabulary

extension Desk {
  /// Books active time on a task, as the whole that its next act will claim; no act is written.
  public func bookTime(_ task: Digest, total: Int64) throws {
    try store.write { store in
      try requireKnown(task, in: store)
      try store.bookTime(
        person: author.person, task: task, total: total, now: author.context.now())
    }
  }

  /// What the person did here since a time, milliseconds since 1970 UTC.
  public func hours(since: Int64) throws -> HoursSheet {
    try store.read { store in
      let counts = try store.deedCounts(of: author.person, since: since)
      return HoursSheet(
        cells: try store.attention(of: author.person, since: since), acts: counts.kinds,
        practice: counts.practice)
    }
  }

  /// Active milliseconds since the person's last break of five minutes or more in this project.
  public func sinceBreak() throws -> Int64 {
    let now = author.context.now()
    let cells = try store.read {
      try $0.attention(of: author.person, since: now - Self.longestRun)
    }
    var (ms, next) = (Int64(0), now)
    for cell in cells.reversed() {
      if next - cell.last >= Self.pause { break }
      (ms, next) = (ms + cell.ms, cell.first)
    }
    return ms
  }

  /// The leaves that name the person, from one on, in the log's order.
  public func mentions(from leaf: Int64) throws -> [Mention] {
    try store.read { try $0.mentions(of: author.person, from: leaf) }
  }

  /// What counts as a break, in milliseconds.
  public static let pause: Int64 = 5 * 60_000
  /// How far back an unbroken run is looked for.
  private static let longestRun: Int64 = 12 * 60 * 60_000
}
