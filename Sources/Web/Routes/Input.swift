import StrictJSON

/// The body of a request as strictly read JSON.
struct Input {
  let root: JSONValue

  /// Reads an object that has no members but these. Throws `JSONFault`, and `Problem` for another
  /// media type: a page of another origin can't send this one without asking first.
  init(_ request: Request, members: [String]) throws {
    guard request.header("content-type") == "application/json" else { throw Problem.form }
    root = try JSONDocument(request.body).root
    try root.onlyMembers(members)
  }

  /// A sentence for the lab: not empty, no longer than a note may be.
  func note(_ name: String) throws -> String {
    let value = try root.require(name)
    let text = try value.string()
    guard !text.isEmpty, text.unicodeScalars.count <= WebLimits.note else {
      throw value.fault(.value, "1 to \(WebLimits.note) characters")
    }
    return text
  }
}
