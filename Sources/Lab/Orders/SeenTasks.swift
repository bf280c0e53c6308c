import Store
import Vocabulary

/// What a channel's logs, as far as the lab holds them, say of who was shown what.
struct SeenTasks {
  let sql: SQL

  /// Leaves of one of the channel's logs, with the member that is asked for.
  private static let leaves = """
    FROM event_leaf JOIN event_log ON event_log.id = event_leaf.log
    WHERE event_log.name LIKE ? AND json_extract(CAST(line AS TEXT), '$.event') = ?
    """

  /// Every task that somebody was shown or did something with, in any life of the channel's log.
  func tasks(in channel: ID) throws -> Set<Digest> {
    let shown = try sql.rows(
      "SELECT DISTINCT json_extract(CAST(line AS TEXT), '$.task') \(Self.leaves)",
      .text(Self.logs(of: channel)), "shown"
    ).compactMap { Digest(hex: try $0.text(0)) }
    let worked = try sql.rows(
      "SELECT DISTINCT task FROM acts JOIN logs ON logs.id = acts.log "
        + "WHERE channel = ? AND task IS NOT NULL", .bytes(channel)
    ).map { try $0.digest(0) }
    return Set(shown + worked)
  }

  /// For each life of the log the numbers of the bundles and orders that it says were taken in, with
  /// their manifests.
  func imports(in channel: ID) throws -> [String: [Int64: Digest]] {
    var imports: [String: [Int64: Digest]] = [:]
    let rows = try sql.rows(
      "SELECT event_log.name, json_extract(CAST(line AS TEXT), '$.sequence'), "
        + "json_extract(CAST(line AS TEXT), '$.manifest') \(Self.leaves)",
      .text(Self.logs(of: channel)), "import")
    for row in rows {
      imports[try row.text(0), default: [:]][try row.integer(1)] = Digest(hex: try row.text(2))
    }
    return imports
  }

  /// The names of a channel's logs: `<channel>/<epoch>`.
  static func logs(of channel: ID) -> String { "\(channel.hex)/%" }
}
