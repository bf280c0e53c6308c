import Glibc
import Vocabulary

extension TerminalPrompt {
  /// Asks which of several lines is meant, by its number; gives its place, counted from 0.
  ///
  /// - Throws: `Failure` where the person gave up or typed no number of the list.
  static func choice(_ question: String, _ lines: [String]) throws -> Int {
    Output.complain(question)
    for (place, line) in lines.enumerated() { Output.complain("  \(place + 1)  \(line)") }
    _ = Output.writeAll(Array("Which one? [1-\(lines.count)] ".utf8), to: STDERR_FILENO)
    guard let answer = readLine(), let number = Int(answer.filter { $0 != " " }) else {
      throw Failure(.refused, "no number was typed; nothing was done")
    }
    guard (1...lines.count).contains(number) else {
      throw Failure(.refused, "\(number) is none of them; nothing was done")
    }
    return number - 1
  }
}
