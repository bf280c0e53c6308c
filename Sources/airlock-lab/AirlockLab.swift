import ArgumentParser
import CommandSupport
import Cryptography
import Lab
import Vocabulary

/// `airlock-lab`: packs tasks, takes results in.
struct AirlockLab: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "airlock-lab",
    abstract: "The lab's side of an air-gapped labeling workbench.",
    subcommands: [
      InitCommand.self, ProjectCommand.self, TrustCommand.self, RootCommand.self,
      RoomCommand.self, PersonCommand.self, RotateCommand.self,
      PackCommand.self, SyncCommand.self, StatusCommand.self, AgreementCommand.self,
      ExportCommand.self, VerifyCommand.self, IdentityCommand.self, ReceiptCommand.self,
      FreezeCommand.self,
      ThawCommand.self, RevokeCommand.self, RecallCommand.self, MessageCommand.self,
      QuestionsCommand.self, ReplyCommand.self, GuidelinesCommand.self, WipeCommand.self,
      CustodyCommand.self, ExposureCommand.self,
    ])

  @OptionGroup var common: CommonOptions
}

extension CommonOptions {
  static let program = "airlock-lab"
  static let owner = "the lab's"

  /// The lab's home folder.
  func labHome() throws -> String { try home(of: Self.program) }

  /// Opens the lab, hands it to `body`, and closes it whatever happens.
  func withLab<Value>(_ body: (LabService) throws -> Value) throws -> Value {
    try withLabAndPassphrase { lab, _ in try body(lab) }
  }

  /// The same for a command that needs the passphrase once more.
  func withLabAndPassphrase<Value>(
    _ body: (LabService, borrowing SecretBytes) throws -> Value
  ) throws -> Value {
    let home = try labHome()
    let passphrase = try passphrase(Self.owner)
    let lab = try LabService(home: home, passphrase: passphrase, context: .system)
    do {
      let value = try body(lab, passphrase)
      try lab.close()
      return value
    } catch {
      try? lab.close()
      throw error
    }
  }
}
