import Glibc
public import Vocabulary

/// A question that a person must answer with yes before something is done that can't be undone.
public enum Confirmation {
  /// Asks `question` unless `option` was given, which answers it for a program.
  ///
  /// - Throws: `Failure`: 64 where nobody can be asked, 1 where the answer isn't yes.
  public static func require(
    _ question: String, option: String, isGiven: Bool
  ) throws(Failure) {
    guard !isGiven else { return }
    guard TerminalPrompt.isAvailable else {
      throw Failure(
        .usage, "\(question) Standard input is no terminal: give \(option) to answer yes")
    }
    _ = Output.writeAll(Array("\(Inert.text(question)) Type yes: ".utf8), to: STDERR_FILENO)
    guard readLine()?.lowercased() == "yes" else {
      throw Failure(.refused, "not confirmed; nothing was done")
    }
  }
}
