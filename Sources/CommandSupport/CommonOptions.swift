public import ArgumentParser
public import Cryptography
public import Vocabulary

/// The options of every command of both programs (design.md, "Commands").
public struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("home"),
    help: ArgumentHelp("The home folder (default: $AIRLOCK_HOME).", valueName: "dir"))
  var givenHome: String?

  @Option(
    name: .customLong("passphrase-file"),
    help: ArgumentHelp("A file whose first line is the passphrase.", valueName: "file"))
  var passphraseFile: String?

  /// Whether the command prints one JSON object instead of lines for people.
  @Flag(name: .customLong("json"), help: "Print one JSON object.")
  public var json = false

  /// The options before a command line was read.
  public init() {}

  /// The home folder of `program` ("airlock-lab" or "airlock-room").
  ///
  /// - Throws: `Failure` with status 64 when neither option nor environment names one.
  public func home(of program: String) throws(Failure) -> String {
    if let givenHome, !givenHome.isEmpty { return givenHome }
    return try HomeFolder.standard(for: program)
  }

  /// Whether `--passphrase-file` was given.
  public var hasPassphraseFile: Bool { passphraseFile != nil }

  /// The passphrase that opens the home, from `--passphrase-file` or the terminal; `whose` stands
  /// in the prompt ("the lab's").
  ///
  /// - Throws: `Failure`: see `PassphraseSource.read`.
  public func passphrase(_ whose: String) throws(Failure) -> SecretBytes {
    try PassphraseSource(file: passphraseFile, option: "--passphrase-file").read(whose)
  }

  /// A passphrase that is being set: asked twice on a terminal, checked against `PassphraseRule`.
  ///
  /// - Throws: `Failure`: see `PassphraseSource.readNew`.
  public func newPassphrase(_ whose: String) throws(Failure) -> SecretBytes {
    try PassphraseSource(file: passphraseFile, option: "--passphrase-file").readNew(whose)
  }
}
