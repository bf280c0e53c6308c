import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `room sheet`: the printed sheet with which somebody who is no engineer sets a room up.
struct RoomSheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Write the sheet for a room's first day: fingerprints, steps, what to do if not.",
    discussion: "Print it and hand it over on another way than the stick: what it says is worth "
      + "as much as the way it came.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Argument(help: "The room, by the beginning of its id.") var room: String?
  @Flag(help: "For a room that isn't enrolled yet.") var new = false
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write: .txt, or .html to print from a browser.", valueName: "file")
  )
  var output: String

  func validate() throws {
    guard new == (room == nil) else {
      throw ValidationError("name a room, or give --new for one that isn't enrolled yet")
    }
    guard output.hasSuffix(".txt") || output.hasSuffix(".html") else {
      throw ValidationError("-o: a name that ends in .txt or .html")
    }
  }

  func run() throws {
    let sheet = try common.withLab { try $0.sheet(of: project, room: room) }
    let content = SheetContent(sheet)
    let text = output.hasSuffix(".html") ? SheetPage.html(content) : SheetText.text(content)
    try LabService.writeSheet(Array(text.utf8), to: output)
    try Output.show(
      .members([
        "file": .text(output), "project": .text(sheet.project.hex),
        "fingerprint": .text(sheet.trust),
        "room": sheet.room.map { .text($0.id.hex) },
      ]), json: common.json,
      lines: ["Written to \(output). Print it, and hand it over on another way than the stick."])
  }
}
