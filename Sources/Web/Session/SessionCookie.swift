/// The cookie that holds a session's token.
///
/// Cookies don't tell ports apart: the port is in the name so that two rooms on one machine, or
/// a stranger's server on another port, don't overwrite each other's.
struct SessionCookie: Sendable {
  let name: String
  /// The addresses with which a browser sends it.
  let path: String

  /// The cookie of the server at this port.
  init(port: Int) {
    name = "airlock-\(port)"
    path = "/"
  }

  /// The custodian's, which goes with their own requests alone.
  init(custodianAt port: Int) {
    name = "airlock-custodian-\(port)"
    path = "/api/custodian"
  }

  /// The cookie of the one browser that may see the pages.
  init(pass port: Int) {
    name = "airlock-pass-\(port)"
    path = "/"
  }

  /// The token that a request brings; nil without one and when there are two.
  func token(in request: Request) -> String? {
    guard let line = request.header("cookie") else { return nil }
    let values = line.split(separator: ";").compactMap { part -> String? in
      let pair = part.trimmingSpaces().split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, pair[0] == name else { return nil }
      return String(pair[1])
    }
    return values.count == 1 ? values.first : nil
  }

  /// The header that hands a token out. Without Max-Age: it goes with the browser.
  func setting(_ token: String) -> (name: String, value: String) {
    (name: "set-cookie", value: "\(name)=\(token); Path=\(path); HttpOnly; SameSite=Strict")
  }

  /// The header that takes it back.
  var clearing: (name: String, value: String) {
    (name: "set-cookie", value: "\(name)=; Path=\(path); Max-Age=0; HttpOnly; SameSite=Strict")
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
