import ArgumentParser
import CommandSupport
import Room

/// `init`: makes a room's home and its custodian.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a new room; the passphrase is the custodian's.")

  @OptionGroup var common: CommonOptions
  @Option(help: "The room's name, shown on its pages and nowhere else.") var name: String

  func run() throws {
    let home = RoomHome(try common.home(of: "airlock-room"))
    let passphrase = try common.newPassphrase("the custodian's")
    try Custodian.create(home: home, name: name, passphrase: passphrase, context: .system)
    try Output.show(
      .members(["home": .text(home.path), "name": .text(name)]), json: common.json,
      lines: ["Room \"\(name)\" is ready in \(home.path). Next: airlock-room card -o room.card"])
  }
}
