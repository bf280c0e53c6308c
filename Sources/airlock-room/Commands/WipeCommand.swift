import ArgumentParser
import CommandSupport
import Room
import Vocabulary

/// `wipe`: destroys a project in this room.
struct WipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wipe",
    abstract: "Destroy a project in this room for good, as the lab ordered it.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id.") var project: String
  @Flag(help: "Don't ask: it can't be taken back.") var yes = false
  @Flag(help: "Also where the lab ordered nothing.") var unordered = false
  @Flag(help: "Also where the lab hasn't acknowledged all results: they are lost.")
  var loseResults = false

  func run() throws {
    let project = try ProjectArgument.id(project)
    let custodian = try common.custodian()
    let plan = try custodian.wipePlan(project)
    guard plan.order != nil || unordered else {
      throw Failure(
        .usage, "the lab ordered no wipe of this project: give --unordered to do it all the same")
    }
    if !loseResults { try custodian.requireAcknowledged(plan) }
    try Confirmation.require(Self.question(plan), option: "--yes", isGiven: yes)
    let stone = try custodian.wipe(project, losingResults: loseResults)
    try Output.show(
      .members([
        "project": .text(project.hex), "at": .integer(stone.at),
        "order": stone.order.map { .integer($0) }, "size": .integer(stone.size),
        "root": .text(stone.root.hex),
      ]), json: common.json,
      lines: ["Destroyed. A tombstone remains: when, by which order, and the log's last root."])
  }

  private static func question(_ plan: WipePlan) -> String {
    let name = plan.codename.isEmpty ? plan.project.hex : plan.codename
    var text = "Destroy \(name) in this room for good? \(Quantity.text(plan.tasks, "task"))"
    if plan.drafts > 0 { text += ", \(Quantity.text(plan.drafts, "draft")) nobody submitted" }
    if plan.unacknowledged > 0 {
      text += ", \(Quantity.text(plan.unacknowledged, "act")) that the lab hasn't acknowledged"
    }
    return text + "."
  }
}
