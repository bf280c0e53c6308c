import ArgumentParser
import CommandSupport
import Cryptography
import Lab
import Vocabulary

/// `root init`: makes root keys, each in a file under its holder's passphrase.
struct RootInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make the root keys of several people, before a project.",
    discussion: """
      Needs no lab. Each holder gets a file root-….age under a passphrase of their own, to be kept \
      offline; root.plan, without secrets, tells `project add --root` whose they are. A holder can \
      make a key on another machine with `root init --keys 1` and give its public half, which \
      --public takes in. On a terminal each holder types a passphrase in turn.
      """)

  @OptionGroup var common: CommonOptions
  @Option(help: "How many root keys there are, those of --public included.") var keys = 2
  @Option(help: "How many of them must sign a change of trust.") var threshold = 1
  @Option(
    name: .customLong("public"),
    help: ArgumentHelp("A root key that a holder made elsewhere.", valueName: "key"))
  var publicKeys: [String] = []
  @Option(
    help: ArgumentHelp(
      "A holder's passphrase; once for all holders, or once for each.", valueName: "file"))
  var rootPassphraseFile: [String] = []
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write (default: HOME/root).",
      valueName: "dir"))
  var output: String?

  func run() throws {
    let taken = try RootKeyArgument.keys(publicKeys, option: "--public")
    let count = keys - taken.count
    try RootHolders.check(keys: keys, threshold: threshold)
    try check(fresh: count)
    let folder = try output ?? "\(common.labHome())/root"
    var made: [VerifyingKey] = []
    for place in 0..<count {
      let passphrase = try passphrase(of: place, count)
      made.append(try RootKeyFiles.make(in: folder, passphrase: passphrase))
    }
    let holders = try RootHolders(keys: taken + made, threshold: threshold)
    let plan = try holders.write(to: folder)
    try Output.show(
      .members([
        "plan": .text(plan), "threshold": .integer(Int64(threshold)),
        "keys": .list(holders.keys.map { .text($0.hex) }),
        "files": .list(made.map { .text("\(folder)/\(RootKeyFiles.fileName(of: $0))") }),
      ]), json: common.json, lines: lines(made, folder: folder, plan: plan))
  }

  private func check(fresh count: Int) throws(Failure) {
    guard count >= 0 else {
      throw Failure(.usage, "--public: there are more keys than the \(keys) of --keys")
    }
    guard rootPassphraseFile.count <= 1 || rootPassphraseFile.count == count else {
      throw Failure(
        .usage, "--root-passphrase-file: give it once for all, or \(count) times, once for each key"
      )
    }
  }

  private func passphrase(of place: Int, _ count: Int) throws -> SecretBytes {
    let whose = "the holder's of root key \(place + 1) of \(count)"
    if rootPassphraseFile.isEmpty { return try common.newPassphrase(whose) }
    let file = rootPassphraseFile[rootPassphraseFile.count == 1 ? 0 : place]
    return try PassphraseSource(file: file, option: "--root-passphrase-file").readNew(whose)
  }

  private func lines(_ made: [VerifyingKey], folder: String, plan: String) -> [String] {
    made.map { key in
      "\(folder)/\(RootKeyFiles.fileName(of: key)): give it to its holder. Public half: \(key.hex)"
    } + [
      "\(threshold) of \(Quantity.text(keys, "holder")) must sign. Next: project add DIR --root "
        + plan
    ]
  }
}
