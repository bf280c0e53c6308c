import ArgumentParser
import CommandSupport
import Lab

/// `thaw`: ends a freeze.
struct ThawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thaw", abstract: "Let frozen rooms go on.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var order: OrderOptions
  @Option(help: "What contractors and custodians are told.") var text = ""

  func run() throws {
    let report = try common.withLab { try $0.thaw(text, to: order.address) }
    try OrderText.show(report, json: common.json, done: "Thawed")
  }
}
