import ArgumentParser
import CommandSupport
import Lab

/// `message`: writes to the people of rooms.
struct MessageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "message", abstract: "Write to everybody who works on a project.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var order: OrderOptions
  @Option(help: "What to write.") var text: String

  func run() throws {
    let report = try common.withLab { try $0.message(text, to: order.address) }
    try OrderText.show(report, json: common.json, done: "Message written")
  }
}
