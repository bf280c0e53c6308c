/// The command line of the conformance suite: options, each with a value, and a command among
/// them, which for `init` has an operand.
struct Arguments {
  private(set) var command = ""
  private(set) var operand: String?
  private var options: [(name: String, value: String)] = []

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word.hasPrefix("--") {
        guard let value = rest.popFirst() else { throw Problem("\(word) needs a value") }
        options.append((word, value))
      } else if command.isEmpty {
        command = word
      } else {
        operand = word
      }
    }
  }

  /// The value of an option that must be there.
  func value(_ name: String) throws -> String {
    guard let value = values(name).last else { throw Problem("\(name) is needed") }
    return value
  }

  /// All values of an option, in their order.
  func values(_ name: String) -> [String] {
    options.filter { $0.name == name }.map(\.value)
  }
}
