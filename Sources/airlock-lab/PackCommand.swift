import ArgumentParser
import CommandSupport
import Exchange
import Lab
import Vocabulary

/// `pack`: records to tasks, tasks to rooms, bundles to a stick.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Pack records as tasks for rooms and put them on a stick.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Files of records, JSON Lines.", valueName: "file"))
  var tasks: [String] = []
  @Flag(help: "Also tasks that came back from a recall, for rooms that haven't had them.")
  var returned = false
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Rooms by id; all of the project if left out.", valueName: "room"))
  var room: [String] = []
  @Option(help: "To how many rooms each record goes.") var overlap = 1
  @Flag(help: "Only tell what would leave and what stays.") var dryRun = false
  @Option(
    help: ArgumentHelp(
      "The stick's folder; the removable drive that is mounted if left out.", valueName: "dir"))
  var exchange: String?

  func run() throws {
    var request = PackRequest(project: project, files: tasks)
    request.rooms = room
    request.overlap = overlap
    request.takesReturned = returned
    if !dryRun {
      request.exchange = try StickChoice.folder(exchange, naming: "--exchange FOLDER")
    }
    request.isDryRun = dryRun
    let progress = Progress("records read", json: common.json, now: Context.system.now)
    let report = try common.withLab { lab in
      defer { progress.finish() }
      return try lab.pack(
        request, progress: { progress.update($0) }, watch: StickWatch { progress.say($0.line) })
    }
    let text = PackText(report: report, isDryRun: dryRun, exchange: request.exchange)
    try Output.show(text.asReport, json: common.json, lines: text.lines)
  }
}
