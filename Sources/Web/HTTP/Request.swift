/// A whole request, as the routes see it: no socket, no framework.
struct Request: Sendable {
  var method: String
  /// The target up to its `?`, never percent-decoded: no path of ours needs it.
  var path: String
  /// What follows the `?`; empty without one.
  var query: String
  /// Names in lowercase, in the order of arrival.
  var headers: [(name: String, value: String)]
  var body: [UInt8]

  /// A request for `target`, which is split at its first `?`.
  init(
    _ method: String, _ target: String, headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = parts.first.map(String.init) ?? ""
    query = parts.count > 1 ? String(parts[1]) : ""
    self.headers = headers.map { (name: $0.name.lowercased(), value: $0.value) }
    self.body = body
  }

  /// The value of a header that may occur once; nil when it is absent or occurs twice, so that
  /// two of our checks never look at two different values.
  func header(_ name: String) -> String? {
    let found = headers.filter { $0.name == name }
    return found.count == 1 ? found.first?.value : nil
  }

  /// Whether a header is there at all.
  func has(_ name: String) -> Bool { headers.contains { $0.name == name } }
}
