import CommandSupport
import Lab
import Vocabulary

/// What `pack` tells.
struct PackText {
  let report: PackReport
  let isDryRun: Bool
  let exchange: String?

  /// For programs.
  var asReport: Report {
    .members([
      "project": .text(report.project.hex), "dryRun": .bool(isDryRun),
      "stick": exchange.map { .text($0) },
      "records": .integer(report.records), "tasks": .integer(report.tasks),
      "skipped": .integer(report.skipped), "changed": .integer(report.changed),
      "rooms": .list(report.rooms.map(Self.room)),
      "fields": isDryRun ? .list(report.fields.map(Self.field)) : nil,
      "stays": isDryRun ? .list(report.stays.map { .text($0) }) : nil,
      "samples": isDryRun ? .list(report.samples.map { .token($0) }) : nil,
    ])
  }

  /// For people.
  var lines: [String] {
    var lines = [summary]
    for room in report.rooms {
      let sealed = room.bundles.reduce(0) { $0 + $1.sealedBytes }
      lines.append(
        "  room \(room.room): \(Quantity.text(room.tasks, "task"))\(Self.practice(room)) in "
          + "\(Quantity.text(room.bundles.count, "bundle")), \(sealed) bytes sealed")
    }
    return lines + (isDryRun ? rehearsal : ["You may pull the stick out now."])
  }

  private var summary: String {
    var text =
      isDryRun
      ? "Would pack \(counts)"
      : "Packed \(counts)"
    if let exchange, !isDryRun { text += " onto \(exchange)" }
    if report.skipped > 0 { text += "; \(report.skipped) of them went to every room before" }
    if report.changed > 0 { text += "; \(report.changed) of them changed since they were packed" }
    return text + "."
  }

  private var counts: String {
    "\(Quantity.text(report.records, "record")) as \(Quantity.text(report.tasks, "task"))"
  }

  private var rehearsal: [String] {
    ["What leaves:"]
      + report.fields.map { "  \($0.name) (\($0.type)) from \($0.from.joined(separator: ", "))" }
      + ["What stays: \(report.stays.isEmpty ? "nothing" : report.stays.joined(separator: ", "))"]
      + ["As contractors will see it:"]
      + report.samples.map { "  \(String(decoding: $0, as: UTF8.self))" } + practiceTasks
  }

  /// Every room gets the same ones, each with keys of its own.
  private var practiceTasks: [String] {
    guard let room = report.rooms.first(where: { !$0.practice.isEmpty }) else { return [] }
    return ["Practice tasks, which leave with answers and explanations:"]
      + room.practice.prefix(3).map { "  \(String(decoding: $0, as: UTF8.self))" }
  }

  private static func practice(_ room: PackReport.Share) -> String {
    room.practice.isEmpty
      ? "" : " and \(Quantity.text(room.practice.count, "practice task"))"
  }

  private static func room(_ share: PackReport.Share) -> Report {
    .members([
      "room": .text(share.room.hex), "channel": .text(share.channel.hex),
      "tasks": .integer(share.tasks), "practice": .integer(Int64(share.practice.count)),
      "bundles": .list(
        share.bundles.map { bundle in
          .members([
            "sequence": .integer(bundle.sequence), "tasks": .integer(bundle.tasks),
            "assets": .integer(Int64(bundle.assets)), "taskBytes": .integer(bundle.taskBytes),
            "sealedBytes": .integer(bundle.sealedBytes),
          ])
        }),
    ])
  }

  private static func field(_ field: PackReport.LeavingField) -> Report {
    .members([
      "name": .text(field.name), "type": .text(field.type),
      "from": .list(field.from.map { .text($0) }),
    ])
  }
}
