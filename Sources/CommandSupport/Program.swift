public import ArgumentParser
import Glibc
public import Vocabulary

/// Runs a program's commands and ends the process with the status that design.md names.
public enum Program {
  /// Parses the command line, runs the command, and exits: 0 done · 1 refused or failed · 64 wrong
  /// usage · 65 bad input · 77 not permitted.
  ///
  /// - Parameter explain: gives the failure that an error of the program's own modules means; nil
  ///   leaves it to `failure(for:)`.
  public static func run(
    _ root: any ParsableCommand.Type, explain: (any Error) -> Failure? = { _ in nil }
  ) -> Never {
    // A reader that goes away is an error of the write, not the end of the process.
    _ = signal(SIGPIPE, SIG_IGN)
    var command: any ParsableCommand
    do {
      command = try root.parseAsRoot()
    } catch {
      end(parsing: error, of: root)
    }
    do {
      try command.run()
    } catch {
      if let failure = explain(error) ?? failure(for: error) { end(failure) }
      end(parsing: error, of: root)
    }
    exit(0)
  }

  /// The exit status and line of an error that both programs know; nil for the argument parser's
  /// own.
  public static func failure(for error: any Error) -> Failure? {
    switch error {
    case let failure as Failure: failure
    case let refusal as Refusal: Failure(.refused, refusal.description)
    case is CleanExit, is ExitCode, is ValidationError: nil
    default: Failure(.refused, "\(error)")
    }
  }

  private static func end(_ failure: Failure) -> Never {
    Output.complain("\(CommandName.current): \(failure.line)")
    exit(failure.exit.rawValue)
  }

  /// Help and version asked for go to standard output with 0, everything else is wrong usage: its
  /// first line says what, on standard error.
  private static func end(parsing error: any Error, of root: any ParsableCommand.Type) -> Never {
    guard root.exitCode(for: error) != .success else { root.exit(withError: error) }
    if let code = error as? ExitCode { exit(code.rawValue) }
    let message = root.message(for: error)
    Output.complain("\(CommandName.current): \(message) (try --help)")
    exit(Failure.Exit.usage.rawValue)
  }
}

/// The name under which the process was started.
enum CommandName {
  static var current: String {
    let path = CommandLine.arguments.first ?? ""
    return path.split(separator: "/").last.map(String.init) ?? "airlock"
  }
}
