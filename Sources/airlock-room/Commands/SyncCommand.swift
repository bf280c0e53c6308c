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
  @Argument(help: "The stick's folder.") var stick: String
  @Option(help: "Only this project; also when the stick has no folder for it yet.")
  var project: String?

  func run() throws {
    let only = try project.map { try ProjectArgument.id($0) }
    let drive = try FolderDrive(stick)
    let custodian = try common.custodian()
    let progress = Progress("", json: common.json, now: Context.system.now)
    defer { progress.finish() }
    let report = try custodian.sync(
      drive, only: only, watch: StickWatch { progress.say($0.line) })
    progress.finish()
    try Output.show(
      SyncOutput.report(report), json: common.json, lines: SyncOutput.lines(report))
    if let alarm = report.channels.flatMap(\.alarms).first {
      throw Failure(.refused, "not everything was taken in: \(alarm)")
    }
  }
}
