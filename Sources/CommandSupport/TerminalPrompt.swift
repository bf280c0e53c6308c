import Cryptography
import Glibc
import Vocabulary

/// Questions to a person at the terminal of standard input.
public enum TerminalPrompt {
  /// Whether standard input is a terminal, so that a person can answer.
  public static var isAvailable: Bool { isatty(STDIN_FILENO) == 1 }

  /// Asks for a secret without showing what is typed.
  ///
  /// Keys are read one by one and interrupts as plain bytes, so that the terminal is back as it
  /// was whichever way the question ends.
  static func secret(_ prompt: String) throws(Failure) -> SecretBytes {
    var before = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else {
      throw Failure(.refused, "the terminal: \(Output.reason(errno))")
    }
    var quiet = before
    quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    guard unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0 else {
      throw Failure(.refused, "the terminal: \(Output.reason(errno))")
    }
    defer {
      unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      _ = Output.writeAll([0x0A], to: STDERR_FILENO)
    }
    _ = Output.writeAll(Array(prompt.utf8), to: STDERR_FILENO)
    return try typed()
  }

  private static func typed() throws(Failure) -> SecretBytes {
    var line = TypedLine(limit: PassphraseSource.limit)
    defer { line.wipe() }
    while true {
      switch line.take(try key()) {
      case .more: continue
      case .done:
        guard line.count > 0 else { throw Failure(.refused, "no passphrase was typed") }
        return line.secret()
      case .cancelled: throw Failure(.refused, "cancelled")
      }
    }
  }

  /// One byte of the terminal; nil at its end.
  private static func key() throws(Failure) -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let got = unsafe Glibc.read(STDIN_FILENO, &byte, 1)
      if got == 1 { return byte }
      if got == 0 { return nil }
      guard errno == EINTR else {
        throw Failure(.refused, "the terminal: \(Output.reason(errno))")
      }
    }
  }
}
