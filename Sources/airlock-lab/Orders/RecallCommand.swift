import ArgumentParser
import CommandSupport
import Lab

/// `recall`: takes tasks back from rooms.
struct RecallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recall",
    abstract: "Take tasks back; those that a room's log proves unshown can go elsewhere.",
    discussion: """
      Without --task all tasks are meant of which nothing says that they were shown. Once the room's \
      next archive proves it, `pack PROJECT --returned` gives them to other rooms.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var order: OrderOptions
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Tasks by hash, or by their record's id.", valueName: "task"))
  var task: [String] = []
  @Option(help: "What contractors and custodians are told.") var text = ""

  func run() throws {
    let report = try common.withLab { try $0.recall(task, text, to: order.address) }
    try OrderText.show(report, json: common.json, done: "Recalled")
  }
}
