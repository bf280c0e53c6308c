import BundleFormat
import Store
import Vocabulary

extension LabService {
  /// Writes to everybody who works on the project in these rooms.
  public func message(_ text: String, to address: OrderAddress) throws -> OrderReport {
    guard !text.isEmpty else { throw Failure(.usage, "--text: a message needs a text") }
    return try give("message", to: address) { _, _ in [OrderLetter(order: .message(text: text))] }
  }

  /// Answers a question or a flag, named by the hash of its act or the beginning of one; only who
  /// asked is shown it.
  public func reply(_ act: String, _ text: String, exchange: String? = nil) throws -> OrderReport {
    guard !text.isEmpty else { throw Failure(.usage, "--text: a reply needs a text") }
    let question = try database.read { try Questions(sql: $0).named(act) }
    let address = OrderAddress(
      project: question.project.hex, rooms: [question.room.hex], exchange: exchange)
    return try give("reply", to: address) { _, _ in
      [OrderLetter(order: .reply(act: question.act, text: text))]
    }
  }

  /// What contractors asked or flagged, the oldest first, with what the lab answered.
  public func questions(_ project: String) throws -> [AskedQuestion] {
    try database.read { sql in
      try Questions(sql: sql).all(of: Projects(sql: sql).named(project).id)
    }
  }
}
