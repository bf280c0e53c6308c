public import Cryptography
public import Vocabulary

/// A log as a Merkle tree (RFC 6962), kept inside the tables of a store.
///
/// Works within the transaction of the `SQL` it was made with: what happened and its leaf are
/// committed together or not at all. Leaves count from 0 and are never changed or removed; the
/// frontier is stored, so that appending costs the same however long the log is.
public struct EventLog {
  let sql: SQL
  let name: String

  /// The tables of all logs of a store.
  public static let migration = Migration(
    name: "event log 1",
    statements: [
      """
      CREATE TABLE event_log (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, frontier BLOB NOT NULL,
        root BLOB NOT NULL)
      """,
      """
      CREATE TABLE event_leaf (
        log INTEGER NOT NULL REFERENCES event_log (id), position INTEGER NOT NULL,
        line BLOB NOT NULL, PRIMARY KEY (log, position)) WITHOUT ROWID
      """,
      """
      CREATE TABLE event_root (
        log INTEGER NOT NULL REFERENCES event_log (id), size INTEGER NOT NULL,
        root BLOB NOT NULL, PRIMARY KEY (log, size)) WITHOUT ROWID
      """,
    ])

  /// A log of this name, empty before its first leaf; a store may hold several, such as the epochs
  /// of a channel.
  public init(_ sql: SQL, name: String = "main") {
    self.sql = sql
    self.name = name
  }

  /// How many leaves there are.
  public func size() throws -> Int64 { try frontier().size }

  /// The root over all leaves.
  public func root() throws -> Digest { try frontier().root }

  /// What is needed to go on appending.
  public func frontier() throws -> MerkleFrontier {
    try head()?.frontier ?? MerkleFrontier()
  }

  /// Appends a line, without its LF; returns its position.
  ///
  /// Throws `Refusal` (`leaf-form`) for a line that is empty, longer than 64 KiB or holds a LF.
  @discardableResult
  public func append(_ line: [UInt8]) throws -> Int64 { try append([line]) }

  /// Appends lines, without their LF; returns the position of the first.
  @discardableResult
  public func append(_ lines: some Sequence<[UInt8]>) throws -> Int64 {
    let head = try head() ?? insertHead()
    var frontier = head.frontier
    for line in lines {
      try Self.check(line)
      try sql.run(
        "INSERT INTO event_leaf (log, position, line) VALUES (?, ?, ?)", .integer(head.id),
        .integer(frontier.size), .blob(line))
      frontier.append(leafHash: MerkleTree.leafHash(of: line[...]))
    }
    try sql.run(
      "UPDATE event_log SET frontier = ?, root = ? WHERE id = ?", .blob(frontier.bytes),
      .bytes(frontier.root), .integer(head.id))
    return head.frontier.size
  }

  /// Gives the log another name, so that a log of its own may begin afresh; without a leaf nothing
  /// is there to be named.
  public func rename(to name: String) throws {
    try sql.run("UPDATE event_log SET name = ? WHERE name = ?", .text(name), .text(self.name))
  }

  private static func check(_ line: [UInt8]) throws(Refusal) {
    guard !line.isEmpty, line.count <= Limits.leaf, !line.contains(0x0a) else {
      throw Refusal(
        "leaf-form", "a leaf is one line of 1 to \(Limits.leaf) bytes, not \(line.count)")
    }
  }

  // MARK: Rows

  /// The row of a log.
  struct Head {
    let id: Int64
    let frontier: MerkleFrontier
  }

  func head() throws -> Head? {
    guard
      let row = try sql.first(
        "SELECT id, frontier, root FROM event_log WHERE name = ?", .text(name))
    else { return nil }
    guard let frontier = MerkleFrontier(bytes: try row.blob(1)),
      try frontier.root == row.digest(2)
    else { throw damaged("its frontier doesn't give its root") }
    return Head(id: try row.integer(0), frontier: frontier)
  }

  private func insertHead() throws -> Head {
    let empty = MerkleFrontier()
    try sql.run(
      "INSERT INTO event_log (name, frontier, root) VALUES (?, ?, ?)", .text(name),
      .blob(empty.bytes), .bytes(empty.root))
    guard let head = try head() else { throw damaged("it can't be begun") }
    return head
  }

  func damaged(_ why: String) -> StoreFailure {
    StoreFailure(.damaged, path: sql.path, detail: "log \(name): \(why)")
  }
}
