import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `room enroll`: lets a room work on a project.
struct RoomEnrollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enroll", abstract: "Let a room work on a project, by its card.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The room's card.") var card: String
  @Option(help: "The project's id or codename.") var project: String
  @Option(help: "The card's fingerprint, as the room told it by another way.")
  var fingerprint: String?
  @Option(help: "Acts that the room may do without hearing from the lab.")
  var leaseActs: Int64 = 20_000
  @Option(help: "Hours of work that the room may do without hearing from the lab.")
  var leaseHours: Int64 = 400
  @Flag(help: "No lease: the room may work without hearing from the lab.") var noLease = false

  func validate() throws {
    guard leaseActs > 0, leaseHours > 0, leaseHours <= 1_000_000 else {
      throw ValidationError("--lease-acts and --lease-hours must be more than 0")
    }
  }

  func run() throws {
    guard let fingerprint else {
      let found = try LabService.fingerprint(ofCard: card)
      throw Failure(
        .usage, "--fingerprint is needed: compare with the room that its card has \(found)")
    }
    let enrolled = try common.withLab {
      try $0.enroll(
        card: card, project: project, fingerprint: fingerprint,
        lease: noLease ? .unlimited : .acts(leaseActs, hours: leaseHours))
    }
    try Output.show(
      .members([
        "room": .text(enrolled.room.hex), "project": .text(enrolled.project.hex),
        "channel": .text(enrolled.channel.hex), "fingerprint": .text(enrolled.fingerprint),
        "wasEnrolled": .bool(enrolled.wasEnrolled),
      ]), json: common.json,
      lines: [
        enrolled.wasEnrolled
          ? "Room \(enrolled.room) was enrolled already; nothing changed."
          : "Room \(enrolled.room) may work on the project."
      ])
  }
}
