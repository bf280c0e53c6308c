import ArgumentParser
import CommandSupport
import Exchange
import Lab
import Vocabulary

/// `sync`: takes in what came up, puts out what goes down.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Take in results from a stick and put out receipts and what isn't acknowledged.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The stick's folder; the removable drive that is mounted if left out.")
  var exchange: String?
  @Option(help: "Write the channels of this project alone.") var project: String?
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Write these rooms alone.", valueName: "room"))
  var room: [String] = []

  func run() throws {
    let progress = Progress("", json: common.json, now: Context.system.now)
    let folder = try StickChoice.folder(exchange, naming: "sync FOLDER")
    let (report, rooms) = try common.withLab { lab in
      if !common.json {
        let view = try lab.look(folder, project: project, rooms: room)
        for line in StickLines.before(view, at: folder) { try Output.line(line) }
      }
      defer { progress.finish() }
      let report = try lab.sync(
        folder, project: project, rooms: room, watch: StickWatch { progress.say($0.line) })
      return (report, try lab.outstanding(report.channels))
    }
    try Output.show(
      Self.asReport(report, stick: folder, rooms), json: common.json,
      lines: Self.lines(report) + ["You may pull the stick out now."]
        + StickLines.after(rooms, now: Context.system.now()))
    guard let first = report.refused.first else { return }
    let more = report.refused.count > 1 ? " (and \(report.refused.count - 1) more, above)" : ""
    throw Failure(.refused, "refused\(more): \(Self.line(first))")
  }

  /// What is wrong, whether anything is lost and what to do, with the place.
  private static func line(_ refused: SyncReport.Refused) -> String {
    let place = refused.sequence.map { "archive \($0) of channel" } ?? "channel"
    let refusal = Refusal(Refusal.Code(rawValue: refused.code), refused.why)
    return "\(place) \(refused.channel): \(RefusalAdvice.line(for: refusal, to: .lab))"
  }

  private static func lines(_ report: SyncReport) -> [String] {
    var lines = report.taken.map {
      "Took in archive \($0.sequence) of channel \($0.channel): "
        + "\(Quantity.text($0.acts, "new act")), \(Quantity.text($0.size, "leaf", "leaves")) verified."
    }
    if report.taken.isEmpty { lines.append("Nothing new came up.") }
    lines += report.findings.map { "Note: \($0.why)." }
    lines += report.refused.map { "Refused \(line($0))" }
    lines += report.written.map {
      "Wrote channel \($0.channel): \(Quantity.text($0.bundles, "bundle")) that the room hasn't "
        + "acknowledged."
    }
    if report.returned > 0 {
      lines.append(
        "\(Quantity.text(report.returned, "recalled task")) came back unseen: "
          + "pack --returned gives them to other rooms.")
    }
    if report.keptBack > 0 {
      lines.append(
        "\(Quantity.text(report.keptBack, "recalled task")) stay where they are: somebody saw them."
      )
    }
    if report.foreign > 0 {
      lines.append(
        "\(Quantity.text(report.foreign, "channel")) of other labs left alone.")
    }
    return lines
  }

  private static func asReport(
    _ report: SyncReport, stick: String, _ rooms: [Outstanding]
  ) -> Report {
    .members([
      "stick": .text(stick),
      "taken": .list(
        report.taken.map {
          .members([
            "channel": .text($0.channel.hex), "epoch": .text($0.epoch.hex),
            "sequence": .integer($0.sequence), "leaves": .integer($0.leaves),
            "acts": .integer($0.acts), "size": .integer($0.size), "root": .text($0.root.hex),
          ])
        }),
      "refused": .list(
        report.refused.map {
          .members([
            "channel": .text($0.channel.hex), "epoch": $0.epoch.map { .text($0.hex) },
            "sequence": $0.sequence.map { .integer($0) }, "reason": .text($0.code),
            "why": .text($0.why),
          ])
        }),
      "findings": .list(
        report.findings.map { .members(["code": .text($0.code), "why": .text($0.why)]) }),
      "written": .list(
        report.written.map {
          .members([
            "channel": .text($0.channel.hex), "room": .text($0.room.hex),
            "version": .integer($0.version), "bundles": .integer(Int64($0.bundles)),
          ])
        }),
      "returned": .integer(Int64(report.returned)), "keptBack": .integer(Int64(report.keptBack)),
      "foreign": .integer(Int64(report.foreign)), "outstanding": .list(rooms.map(outstanding)),
    ])
  }

  private static func outstanding(_ room: Outstanding) -> Report {
    .members([
      "channel": .text(room.channel.hex), "room": .text(room.room.hex),
      "tasks": .integer(room.tasks), "open": .integer(room.open),
      "bundles": .integer(room.bundles), "heard": room.heard.map { .integer($0) } ?? .null,
    ])
  }
}
