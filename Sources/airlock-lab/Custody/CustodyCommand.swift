import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `custody`: what went where, what came back, what is outstanding.
struct CustodyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "custody",
    abstract: "Say what went where, what came back, what is outstanding, and what was wrong.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The project's id or codename.") var project: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write what proves the findings into this new folder, for anyone to check.",
      valueName: "dir"))
  var output: String?

  func run() throws {
    let (report, cases) = try common.withLab { lab in
      (
        try lab.custody(project),
        try output.map { try lab.writeEvidence(of: project, to: $0) }
      )
    }
    let text = CustodyText(report: report)
    var lines = text.lines
    if let output, let cases {
      lines.append(
        "\(Quantity.text(cases, "case")) of evidence in \(output); see README.txt there.")
    }
    try Output.show(text.asReport(cases: cases), json: common.json, lines: lines)
  }
}
