import AnnotationModel
import BundleFormat
import Store
import Vocabulary

/// Acts in lab.sqlite that ask for an answer, for the length of one transaction.
struct Questions {
  let sql: SQL

  private static let query = """
    SELECT acts.hash, channels.project, channels.room, acts.body, channels.id FROM acts
    JOIN logs ON logs.id = acts.log JOIN channels ON channels.id = logs.channel
    WHERE acts.kind IN ('ask', 'flag')
    """

  func all(of project: ID) throws -> [AskedQuestion] {
    try sql.rows("\(Self.query) AND channels.project = ?", .bytes(project)).map(question)
      .sorted { ($0.at, $0.act) < ($1.at, $1.act) }
  }

  /// The question of that hash, of which eight digits do.
  ///
  /// Throws `Failure` (bad input) where no question or several are meant.
  func named(_ name: String) throws -> AskedQuestion {
    guard name.count >= 8, name.utf8.allSatisfy({ Self.digits.contains($0) }) else {
      throw Failure(.badInput, "\(name): at least 8 digits of a question's hash are needed")
    }
    let found = try sql.rows(
      "\(Self.query) AND lower(hex(acts.hash)) LIKE ?", .text("\(name)%")
    ).map(question)
    guard let question = found.first else {
      throw Failure(
        .badInput, "\(name): nobody asked or flagged that; `questions` lists what was asked")
    }
    guard found.count == 1 else {
      throw Failure(.badInput, "\(name): several questions begin like this")
    }
    return question
  }

  private static let digits = Set("0123456789abcdef".utf8)

  private func question(_ row: SQLRow) throws -> AskedQuestion {
    let act = try Act(parsing: try row.blob(3))
    let hash = try row.digest(0)
    return AskedQuestion(
      act: hash, project: try row.id(1), room: try row.id(2), person: act.person,
      kind: act.kind.rawValue, task: act.task, text: Self.text(act) ?? "", at: act.at,
      replies: try replies(to: hash, channel: try row.id(4)))
  }

  private static func text(_ act: Act) -> String? {
    switch act.content {
    case .ask(let text), .flag(let text): text
    default: nil
    }
  }

  private func replies(to act: Digest, channel: ID) throws -> [String] {
    try sql.rows(
      "SELECT body FROM bundles WHERE channel = ? AND body IS NOT NULL ORDER BY sequence",
      .bytes(channel)
    ).compactMap { row in
      guard case .reply(act, let text) = try Order(parsing: row.blob(0)) else { return nil }
      return text
    }
  }
}
