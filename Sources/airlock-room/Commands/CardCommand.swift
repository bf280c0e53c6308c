import ArgumentParser
import BundleFormat
import CommandSupport
import Room
import Store
import Vocabulary

/// `card`: writes the card with which a lab enrolls this room.
struct CardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card", abstract: "Write this room's card for a lab.")

  @OptionGroup var common: CommonOptions
  @Option(help: "The lab that the card is for; each lab gets its own identity.") var lab = ""
  @Option(name: .shortAndLong, help: "The file to write.") var output: String

  func run() throws {
    let custodian = try common.custodian()
    let card = try custodian.card(lab: lab)
    try InputFile.write(card.bytes, to: output)
    try Output.show(
      .members([
        "room": .text(card.room.hex), "fingerprint": .text(card.fingerprint.hex),
      ]), json: common.json,
      lines: [
        "Wrote \(output). Tell the lab this fingerprint by another way than the stick:",
        card.fingerprint.description,
      ])
  }
}
