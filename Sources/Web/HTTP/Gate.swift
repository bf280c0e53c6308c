/// The checks that come before any route: is this our address, and does our own page ask?
///
/// Another page in the same browser can send requests here, and with DNS rebinding under a name
/// of its own; neither gets past this gate, with or without a session.
struct Gate: Sendable {
  /// The authority that the address bar shows, such as `127.0.0.1:38417`.
  let authority: String

  /// The only origin that may ask.
  var origin: String { "http://\(authority)" }

  /// Throws for a request that our own page would not have sent.
  func check(_ request: Request) throws(Problem) {
    try checkForm(request)
    try checkOrigin(request)
    try checkSite(request)
  }

  /// The same for the one request that comes from the start page, a file: it has no origin, and a
  /// token to make up for it.
  func checkEntry(_ request: Request) throws(Problem) {
    try checkForm(request)
    guard request.header("origin") == "null" else {
      throw Problem(403, "origin", "Only Airlock's own page may ask this.")
    }
  }

  private func checkForm(_ request: Request) throws(Problem) {
    guard request.header("host") == authority else {
      throw Problem(421, "host", "This address is not Airlock's.")
    }
    guard request.path.utf8.first == UInt8(ascii: "/"), !request.has("upgrade") else {
      throw .form
    }
  }

  /// Browsers name the origin of every POST; without one it isn't a browser's, or not ours.
  private func checkOrigin(_ request: Request) throws(Problem) {
    let reading = request.method == "GET"
    if reading, !request.has("origin") { return }
    guard request.header("origin") == origin else {
      throw Problem(403, "origin", "Only Airlock's own page may ask this.")
    }
  }

  /// `Sec-Fetch-Site` can't be set by a page. `none` is an address typed or opened by a person:
  /// they may see a page that way, not the data.
  private func checkSite(_ request: Request) throws(Problem) {
    guard request.has("sec-fetch-site") else { return }
    let site = request.header("sec-fetch-site")
    let page = !request.path.hasPrefix("/api/")
    guard site == "same-origin" || (site == "none" && page && request.method == "GET") else {
      throw Problem(403, "site", "Only Airlock's own page may ask this.")
    }
  }
}
