import ArgumentParser
import CommandSupport
import Isolation
import Room
import Vocabulary

/// `status`: how the room stands.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say how this room and its projects stand.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    // First: a namespace can only be tried while there is one thread.
    let layers = WallLayers.survey()
    let status = try common.custodian().status()
    try Output.show(
      .members([
        "name": .text(status.name), "memoryLocked": .bool(status.memoryLocked),
        "people": .integer(Int64(status.people)),
        "wall": Self.wall(layers), "projects": .list(status.projects.map(Self.project)),
      ]), json: common.json)
  }

  /// What `open` would have on this machine.
  private static func wall(_ layers: WallLayers) -> Report {
    WallReport(
      layers: layers, browser: BrowserProgram.find()?.path,
      isProfileInMemory: RunFolder.wouldBeInMemory, swap: SwapWatch().places()
    ).report
  }

  private static func project(_ project: RoomStatus.Project) -> Report {
    .members([
      "project": .text(project.project.hex), "codename": project.codename.map { .text($0) },
      "tasks": .integer(Int64(project.tasks)), "leaves": .integer(project.leaves),
      "lastBundle": .integer(project.lastBundle), "lastArchive": .integer(project.lastArchive),
      "receipted": .integer(project.receipted), "unacknowledged": .integer(project.unreceipted),
      "alarms": .integer(project.alarms), "newestAlarm": project.newestAlarm.map { .text($0) },
    ])
  }
}
