import ArgumentParser
import Lab

/// What the commands share that give an order to rooms.
struct OrderOptions: ParsableArguments {
  @Argument(help: "The project's id or codename.") var project: String
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Rooms by id; all of the project if left out.", valueName: "room"))
  var room: [String] = []
  @Option(
    help: ArgumentHelp(
      "The stick's folder; without it the next sync puts the order out.", valueName: "dir"))
  var exchange: String?

  var address: OrderAddress {
    OrderAddress(project: project, rooms: room, exchange: exchange)
  }
}
