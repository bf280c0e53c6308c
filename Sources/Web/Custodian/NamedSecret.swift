/// A name and a passphrase as a page sends them: the name, a line feed, the passphrase. As bytes and
/// not as JSON, so that no parser keeps a copy of the passphrase.
struct NamedSecret {
  let name: String
  private(set) var passphrase: [UInt8]

  /// Throws `Problem` for another form.
  init(_ request: Request) throws(Problem) {
    guard request.header("content-type") == "application/octet-stream",
      let split = request.body.firstIndex(of: 0x0A),
      let name = String(validating: request.body[..<split], as: UTF8.self)
    else { throw .form }
    self.name = name
    passphrase = Array(request.body[(split + 1)...])
  }

  /// Overwrites the passphrase.
  mutating func wipe() { passphrase.wipe() }
}
