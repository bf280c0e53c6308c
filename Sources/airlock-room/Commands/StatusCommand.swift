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
    let wall = Self.wall(layers)
    try Output.show(
      .members([
        "name": .text(status.name), "memoryLocked": .bool(status.memoryLocked),
        "people": .integer(Int64(status.people)),
        "wall": wall, "projects": .list(status.projects.map(Self.project)),
        "destroyed": .list(status.destroyed.map(Self.tombstone)),
      ]), json: common.json,
      lines: StatusLines(status: status).lines + Report.members(["wall": wall]).lines)
  }

  private static func tombstone(_ stone: Tombstone) -> Report {
    .members([
      "project": .text(stone.project.hex), "codename": .text(stone.codename),
      "at": .integer(stone.at), "order": stone.order.map { .integer($0) },
    ])
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
      "unanswered": .integer(project.lease.unanswered), "leaseSpent": .bool(project.lease.isSpent),
      "leaseDaysLeft": project.lease.daysLeft.map { .number($0) },
      "paused": project.pause.map { .text($0.text) },
      "awaitsAcceptance": .bool(project.awaitsAcceptance),
    ])
  }
}
