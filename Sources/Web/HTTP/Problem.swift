/// Why a request gets no answer of its kind: a status, a code for the page, a line for a person.
struct Problem: Error, Sendable, Equatable {
  var status: Int
  var code: String
  var line: String
  /// Where in the sent answers something doesn't fit (RFC 6901).
  var pointer: String?
  /// The method that the path would have taken, for 405.
  var allow: String?

  init(
    _ status: Int, _ code: String, _ line: String, pointer: String? = nil, allow: String? = nil
  ) {
    self.status = status
    self.code = code
    self.line = line
    self.pointer = pointer
    self.allow = allow
  }

  static let notFound = Problem(404, "not-found", "There is nothing at this address.")
  static let signedOut = Problem(401, "signed-out", "Sign in to go on.")
  static let otherTab = Problem(409, "other-tab", "You are working in another tab.")
  static let form = Problem(400, "form", "The request doesn't have the form that was expected.")
  static let tooLong = Problem(413, "too-long", "This is longer than Airlock takes.")
  static let head = Problem(431, "head", "The request's header is too long.")
  static let slow = Problem(408, "slow", "The request took too long to arrive.")
}
