import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `verify`: checks files as far as can be, for anyone.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check files of an exchange and say how far they hold.",
    discussion: """
      A sealed .age file gives its digest and, with the note beside it, the room's signature. A \
      folder made by `age -d | zstd -d | tar x` is checked in full. With --card and --trust no \
      home and no passphrase is needed; with the lab's passphrase tasks and schema are checked too.
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "Sealed files, notes, or folders, archives of one room in their order.")
  var files: [String]
  @Option(help: ArgumentHelp("The room's card.", valueName: "file")) var card: String?
  @Option(help: ArgumentHelp("The project's trust file.", valueName: "file")) var trust: String?

  func validate() throws {
    guard (card == nil) == (trust == nil) else {
      throw ValidationError("--card and --trust belong together")
    }
  }

  func run() throws {
    let (reports, root) =
      common.hasPassphraseFile
      ? try common.withLab { try audit($0) }
      : try audit(nil)
    try Output.show(
      .members([
        "root": root.map { .object($0.members) }, "files": .list(reports.map(Self.asReport)),
      ]), json: common.json, lines: (root?.summary ?? []) + reports.map(Self.line))
    guard let bad = reports.first(where: { $0.refusal != nil }), let refusal = bad.refusal else {
      return
    }
    throw Failure(.refused, "\(bad.file): \(refusal)")
  }

  private func audit(_ lab: LabService?) throws -> (files: [AuditReport], root: RootText?) {
    let auditor = try Auditor(card: card, trust: trust, lab: lab)
    return (try files.map { try auditor.audit($0) }, auditor.trust.map { RootText($0) })
  }

  private static func line(_ report: AuditReport) -> String {
    var text = "\(report.file): "
    switch report.level {
    case .none: text += "nothing holds"
    case .digest: text += "digest \(report.digest?.hex ?? "–")"
    case .signature: text += "digest and the room's signature hold"
    case .log: text += "digests, signatures, chain and root hold"
    case .tasks: text += "all holds, tasks and schema included"
    }
    if let proves = report.proves { text += "; it proves that \(proves)" }
    if let size = report.size { text += "; \(size) leaves" }
    if let missing = report.missing { text += "; for more give \(missing)" }
    if let refusal = report.refusal { text += "; REFUSED: \(refusal)" }
    return text
  }

  private static func asReport(_ report: AuditReport) -> Report {
    .members([
      "file": .text(report.file), "kind": .text(report.kind),
      "level": .text(report.level.rawValue), "digest": report.digest.map { .text($0.hex) },
      "channel": report.channel.map { .text($0.hex) },
      "epoch": report.epoch.map { .text($0.hex) },
      "sequence": report.sequence.map { .integer($0) }, "size": report.size.map { .integer($0) },
      "root": report.root.map { .text($0.hex) }, "acts": report.acts.map { .integer($0) },
      "proves": report.proves.map { .text($0) },
      "reason": report.refusal.map { .text($0.code.rawValue) },
      "why": report.refusal.map { .text($0.why) }, "missing": report.missing.map { .text($0) },
    ])
  }
}
