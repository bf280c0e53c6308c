import ArgumentParser
import CommandSupport
import Exchange
import Room
import Vocabulary

/// `sync`: takes in what came down on a stick, puts out what goes up.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Exchange with a stick: take in, put out.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The stick's folder; the removable drive that is mounted if left out.")
  var stick: String?
  @Option(help: "Only this project; also when the stick has no folder for it yet.")
  var project: String?

  func run() throws {
    let only = try project.map { try ProjectArgument.id($0) }
    let folder = try StickChoice.folder(stick, naming: "sync FOLDER")
    let drive = try FolderDrive(folder)
    let custodian = try common.custodian()
    if !common.json {
      let view = try custodian.look(at: drive)
      for line in StickLines.before(view, at: folder, only: only) { try Output.line(line) }
    }
    let progress = Progress("", json: common.json, now: Context.system.now)
    defer { progress.finish() }
    let report = try custodian.sync(
      drive, only: only, watch: StickWatch { progress.say($0.line) })
    progress.finish()
    let queues = try custodian.queues()
    try Output.show(
      SyncOutput.report(report, stick: folder, queues), json: common.json,
      lines: SyncOutput.lines(report) + StickLines.after(queues))
    if let alarm = report.channels.flatMap(\.alarms).first {
      throw Failure(.refused, "not everything was taken in: \(alarm)")
    }
  }
}
