import Store
import StrictJSON
import Vocabulary

/// The lab's own log of what it did, a Merkle tree like a room's (design.md, "Who may do what").
///
/// Written in the transaction of the deed, so that neither is there without the other.
struct Journal {
  let sql: SQL
  let now: Int64

  /// The journal's name among the logs of lab.sqlite.
  static let name = "journal"

  /// Appends `{"v":1,"at":ms,"event":…}` and what `members` writes.
  func note(_ event: String, _ members: (inout JSONWriter) -> Void) throws {
    var writer = JSONWriter()
    writer.object { line in
      line.member("v", Int64(1))
      line.member("at", now)
      line.member("event", event)
      members(&line)
    }
    try EventLog(sql, name: Self.name).append(writer.bytes)
  }
}
