import ArgumentParser
import CommandSupport
import Lab

/// `freeze`: stops new work, and lets hours and results out.
struct FreezeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract: "Stop new work in rooms; hours, drafts and results still come up.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var order: OrderOptions
  @Option(help: "What contractors and custodians are told.") var text = ""

  func run() throws {
    let report = try common.withLab { try $0.freeze(text, to: order.address) }
    try OrderText.show(report, json: common.json, done: "Frozen")
  }
}
