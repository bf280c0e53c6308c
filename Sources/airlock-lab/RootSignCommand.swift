import ArgumentParser
import CommandSupport
import Cryptography
import Lab
import TUF
import Vocabulary

/// `root sign`: a holder's signature on a root, on the holder's own machine.
struct RootSignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Look at a root and sign it with one holder's key.",
    discussion: """
      Needs no lab and no network, only the root, the one before it beside it (1.root.json beside \
      2.root.json) and the key. --passphrase-file is that of the key. What the root changes is said \
      first, and nothing is signed before it was confirmed.
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "The root to sign, as root rotate or project add wrote it.") var file: String
  @Option(help: ArgumentHelp("The holder's root-….age.", valueName: "file")) var key: String
  @Option(
    help: ArgumentHelp(
      "The root before it, where it doesn't lie beside the file.", valueName: "file"))
  var after: String?
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the signed root here, not in place.", valueName: "file"))
  var output: String?
  @Flag(help: "Sign without asking: what it changes was looked at before.") var yes = false

  func run() throws {
    var signing = try RootSigning(file, after: after)
    let text = RootText(signing.proposal, previousFingerprint: signing.previousFingerprint)
    if !common.json { for line in text.changes { try Output.line(line) } }
    try Confirmation.require(
      "Sign root \(signing.proposal.claim.version) with \(key)?", option: "--yes", isGiven: yes)
    let passphrase = try common.passphrase("that of \(key)")
    let (signer, hadSigned) = try signing.sign(with: key, passphrase: passphrase)
    try signing.save(to: output)
    let signed = RootText(signing.proposal, previousFingerprint: signing.previousFingerprint)
    let said = hadSigned ? "had signed already" : "has signed"
    try Output.show(
      .object(
        signed.members + [.init("key", .text(signer.hex)), .init("hadSigned", .bool(hadSigned))]),
      json: common.json,
      lines: ["\(RootKeyFiles.shortName(of: signer)) \(said)."] + signed.progress
        + ["Written to \(output ?? file)."])
  }
}
