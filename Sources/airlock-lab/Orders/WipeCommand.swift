import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `wipe`: has a project destroyed in rooms.
struct WipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wipe",
    abstract: "Have a project destroyed in rooms, once what people did there has come up.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var order: OrderOptions
  @Option(help: "What contractors and custodians are told.") var text = ""
  @Flag(help: "Don't ask: it can't be taken back.") var yes = false

  func run() throws {
    try Confirmation.require(
      "Have \(order.project) destroyed in its rooms? It can't be taken back.", option: "--yes",
      isGiven: yes)
    let report = try common.withLab { try $0.wipe(text, to: order.address) }
    try OrderText.show(report, json: common.json, done: "Ordered to be destroyed")
  }
}
