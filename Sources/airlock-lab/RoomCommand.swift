import ArgumentParser

/// `room`: a group of commands.
struct RoomCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "room", abstract: "Rooms that work on projects.",
    subcommands: [RoomEnrollCommand.self, RoomSheetCommand.self, RoomAcceptCommand.self])
}
