import AnnotationModel
import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `receipt`: finds the session that a contractor's receipt code stands for.
struct ReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: "Find the session of work that a contractor's receipt code stands for.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The code, such as 7K2QD-9WXE4.") var code: String

  func run() throws {
    guard let code = ReceiptCode(typed: code) else {
      throw Failure(.usage, "\(code): a receipt code has ten letters and digits, as 7K2QD-9WXE4")
    }
    let found = try common.withLab { try $0.sittings(with: code) }
    guard !found.isEmpty else {
      throw Failure(
        .refused,
        "\(code) has not come: take in the room's newest stick. The code of a session that went on "
          + "after it was noted down is another one")
    }
    try Output.show(
      .members(["sessions": .list(found.map(Self.report))]), json: common.json,
      lines: found.map(Self.line))
  }

  private static func report(_ found: FoundSitting) -> Report {
    .members([
      "project": .text(found.codename), "room": .text(found.room.hex),
      "log": .text(found.log.description), "person": .text(found.sitting.person.hex),
      "firstLeaf": .integer(found.sitting.first), "lastLeaf": .integer(found.sitting.last),
      "from": .integer(found.sitting.from), "to": .integer(found.sitting.to),
      "acts": .integer(Int64(found.sitting.acts.count)),
      "verified": .integer(Int64(found.verified)),
      "activeMs": .integer(found.activeMs),
    ])
  }

  private static func line(_ found: FoundSitting) -> String {
    let sitting = found.sitting
    return "\(found.codename), person \(sitting.person), room \(found.room): "
      + "leaves \(sitting.first) to \(sitting.last), \(sitting.acts.count) acts, "
      + "\(found.verified) of them verified, \(found.activeMs / 60_000) min active"
  }
}
