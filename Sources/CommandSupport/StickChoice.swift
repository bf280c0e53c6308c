import Exchange
import Vocabulary

/// The stick that a command works on: the folder that was named, or the one stick that is there.
public enum StickChoice {
  /// The folder `given`, else that of the removable drive that is mounted; where there are several,
  /// the person at the terminal chooses.
  ///
  /// - Parameter naming: how a folder is named on this command line: `sync FOLDER`.
  /// - Throws: `Failure`: status 1 where no stick is there, 64 where there are several and nobody
  ///   can be asked.
  public static func folder(_ given: String?, naming: String) throws -> String {
    if let given { return given }
    let sticks = try StickFinder().sticks()
    guard TerminalPrompt.isAvailable else { return try pick(sticks, naming: naming, ask: nil) }
    return try pick(sticks, naming: naming) { try TerminalPrompt.choice($0, $1) }
  }

  /// `ask` gets a question and the lines to choose from, and gives the place of the chosen one.
  static func pick(
    _ sticks: [Stick], naming: String, ask: ((String, [String]) throws -> Int)?
  ) throws -> String {
    guard let first = sticks.first else {
      throw Failure(
        .refused,
        "no stick is mounted: put one in and open it in the file manager, then repeat; "
          + "or name its folder: \(naming)")
    }
    guard sticks.count > 1 else { return first.path }
    let lines = sticks.map(\.line)
    guard let ask else {
      throw Failure(
        .usage,
        "\(sticks.count) sticks are mounted; name the folder of one (\(naming)): "
          + lines.joined(separator: "; "))
    }
    let chosen = try ask("\(sticks.count) sticks are mounted:", lines)
    guard sticks.indices.contains(chosen) else { throw Failure(.refused, "no stick was chosen") }
    return sticks[chosen].path
  }
}
