import Cryptography
public import Vocabulary

/// What the log held before.
extension EventLog {
  /// Gives `each` the lines of the leaves `from ..< to` in their order, without their LF.
  ///
  /// Throws `StoreFailure` (`damaged`) where one of them isn't there.
  public func lines(from: Int64, to: Int64, _ each: ([UInt8]) throws -> Void) throws {
    guard from < to else { return }
    guard from >= 0, let head = try head() else { throw damaged("leaf \(from) isn't there") }
    var next = from
    try sql.each(
      """
      SELECT position, line FROM event_leaf
      WHERE log = ? AND position >= ? AND position < ? ORDER BY position
      """, [.integer(head.id), .integer(from), .integer(to)]
    ) { row in
      guard try row.integer(0) == next else { return false }
      try each(row.blob(1))
      next += 1
      return true
    }
    guard next == to else { throw damaged("leaf \(next) isn't there") }
  }

  /// The line of one leaf, without its LF; nil beyond the end.
  public func line(_ position: Int64) throws -> [UInt8]? {
    try sql.first(
      """
      SELECT line FROM event_leaf JOIN event_log ON id = log WHERE name = ? AND position = ?
      """, .text(name), .integer(position)
    )?.blob(0)
  }

  /// Keeps the present root, so that `root(at:)` finds it at once later.
  public func recordRoot() throws {
    guard let head = try head() else { return }
    try sql.run(
      "INSERT OR IGNORE INTO event_root (log, size, root) VALUES (?, ?, ?)", .integer(head.id),
      .integer(head.frontier.size), .bytes(head.frontier.root))
  }

  /// The root over the first `size` leaves; nil where there are fewer.
  ///
  /// One that was recorded is looked up, another is computed from the leaves.
  public func root(at size: Int64) throws -> Digest? {
    let frontier = try frontier()
    if size == frontier.size { return frontier.root }
    guard size >= 0, size < frontier.size else { return nil }
    if let known = try recordedRoot(at: size) { return known }
    var earlier = MerkleFrontier()
    try lines(from: 0, to: size) { line in
      earlier.append(leafHash: MerkleTree.leafHash(of: line[...]))
    }
    return earlier.root
  }

  private func recordedRoot(at size: Int64) throws -> Digest? {
    try sql.first(
      "SELECT r.root FROM event_root r JOIN event_log ON id = log WHERE name = ? AND size = ?",
      .text(name), .integer(size)
    )?.digest(0)
  }

  /// Computes the root from all leaves; throws `StoreFailure` (`damaged`) where it isn't the one
  /// that is stored.
  public func verify() throws {
    let stored = try frontier()
    var computed = MerkleFrontier()
    try lines(from: 0, to: stored.size) { line in
      computed.append(leafHash: MerkleTree.leafHash(of: line[...]))
    }
    guard computed == stored else { throw damaged("its leaves don't give its root") }
  }
}
