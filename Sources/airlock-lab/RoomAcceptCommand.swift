import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `room accept`: goes on with a room that was restored.
struct RoomAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Go on with a restored room's new log, once you have asked its custodian.",
    discussion: """
      A new log means that the room was restored from a backup, or that somebody copied it. Ask \
      the custodian by another way than the stick. What the former log brought stays; results of \
      that log which come later count in nothing.
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Argument(help: "The room's id, or its beginning; may be left out where one waits.")
  var room: String?
  @Option(help: "The new log's epoch, or its beginning, where several wait.") var epoch: String?
  @Option(help: "The stick that takes the room the order.") var exchange: String?

  func run() throws {
    let accepted = try common.withLab {
      try $0.acceptRoom(room, project: project, epoch: epoch, exchange: exchange)
    }
    try Output.show(
      .members([
        "room": .text(accepted.room.hex), "epoch": .text(accepted.epoch.hex),
        "former": accepted.former.map { .text($0.hex) } ?? .null,
        "archive": .integer(accepted.taken.sequence), "leaves": .integer(accepted.taken.leaves),
        "acts": .integer(accepted.taken.acts), "acknowledged": .integer(accepted.acknowledged),
        "findings": .list(
          accepted.findings.map { .members(["code": .text($0.code), "why": .text($0.why)]) }),
        "written": .bool(accepted.isWritten),
      ]), json: common.json, lines: Self.lines(accepted))
  }

  private static func lines(_ accepted: AcceptedRoom) -> [String] {
    let new = Quantity.text(accepted.taken.acts, "act")
    return [
      "Room \(accepted.room) goes on with log \(accepted.epoch): archive "
        + "\(accepted.taken.sequence) was taken in, \(new) new.",
      "It has bundle \(accepted.acknowledged); those after it go out again. "
        + (accepted.isWritten ? "They are on the stick." : "The next sync puts them on a stick."),
    ] + accepted.findings.map { "\($0.code): \($0.why)" }
  }
}
