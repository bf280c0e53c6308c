extension Report {
  /// The report for people: one line a member, what lies inside a member indented under it.
  public var lines: [String] {
    guard case .object(let members) = self else { return [short] }
    return members.flatMap { $0.value.lines(under: $0.name, indent: "") }
  }

  private func lines(under name: String, indent: String) -> [String] {
    switch self {
    case .object(let members) where !members.isEmpty:
      return ["\(indent)\(name):"]
        + members.flatMap { $0.value.lines(under: $0.name, indent: indent + "  ") }
    case .list(let values) where values.contains(where: \.isCompound):
      return ["\(indent)\(name):"] + values.flatMap { $0.item(indent: indent + "  ") }
    default: return ["\(indent)\(name): \(short)"]
    }
  }

  /// One element of a list: a dash before its first line, the rest under it.
  private func item(indent: String) -> [String] {
    let inner = isCompound ? lines : [short]
    return inner.enumerated().map { index, line in indent + (index == 0 ? "- " : "  ") + line }
  }

  private var isCompound: Bool {
    switch self {
    case .object, .list: true
    default: false
    }
  }

  private var short: String {
    switch self {
    case .null: "–"
    case .bool(let value): value ? "yes" : "no"
    case .integer(let value): String(value)
    case .number(let value): value.isFinite ? String(value) : "–"
    case .text(let value): value
    case .token(let token): String(decoding: token, as: UTF8.self)
    case .list(let values): values.isEmpty ? "none" : values.map(\.short).joined(separator: ", ")
    case .object: "none"
    }
  }
}
