import StrictJSON
import Vocabulary

/// Who is signed in.
extension Workbench {
  /// The seat, if this request holds its token; one that has been idle too long is closed first.
  func current(_ request: Request, _ seat: inout Seat?) -> Seat? {
    if let idle = seat, isIdle(idle) {
      idle.session.close()
      seat = nil
    }
    guard let person = seat, let token = cookie.token(in: request),
      TokenComparison.equal(token, person.token)
    else { return nil }
    return person
  }

  /// What the page asks every few seconds. It is no sign of a person.
  func state(_ request: Request, _ seat: inout Seat?) -> Response {
    let person = current(request, &seat)
    let lock = lockLine()
    return .json { object in
      object.member("room", service.roomName)
      object.member("name") { writer in
        if let person { writer.string(person.session.displayName) } else { writer.null() }
      }
      object.member("lock") { writer in
        if let lock { writer.string(lock) } else { writer.null() }
      }
      object.member("idleLimit", options.idleLimit)
      object.member("custodian", custodian != nil)
    }
  }

  /// Name and passphrase come as bytes, not as JSON, so that no parser keeps a copy: the name, a
  /// line feed, the passphrase.
  func signIn(_ request: Request, _ seat: inout Seat?) throws -> Response {
    guard request.header("content-type") == "application/octet-stream" else { throw Problem.form }
    if let line = lockLine() { throw Problem(423, "locked", line) }
    guard let split = request.body.firstIndex(of: 0x0A),
      let name = String(validating: request.body[..<split], as: UTF8.self)
    else { throw Problem.form }
    var passphrase = Array(request.body[(split + 1)...])
    defer { passphrase.wipe() }
    let session = try service.signIn(name: name, passphrase: passphrase)
    seat?.session.close()
    let person = Seat(
      token: Hex.encoded(context.random(32)), session: session, now: options.monotonic(),
      tab: tab(of: request))
    seat = person
    var response = Response.json { $0.member("name", session.displayName) }
    response.headers.append(cookie.setting(person.token))
    return response
  }

  /// Signs out; without a session there is nothing to do, and that is no error.
  func signOut(_ request: Request, _ seat: inout Seat?) -> Response {
    if let person = current(request, &seat) {
      person.session.close()
      seat = nil
    }
    var response = Response.json { _ in }
    response.headers.append(cookie.clearing)
    return response
  }

  /// The number that a tab gave itself when its page was loaded.
  func tab(of request: Request) -> String? {
    request.header("airlock-tab").flatMap { ID(hex: $0)?.hex }
  }
}
