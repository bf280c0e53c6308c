import StrictJSON
import Synchronization
import Vocabulary

/// The custodian's part of the server: a seat, a cookie and routes of its own, so that a
/// contractor's session reaches none of it, and the reverse.
final class CustodianPages: Sendable {
  let service: any CustodianService
  let cookie: SessionCookie
  let context: Context
  let options: WorkbenchOptions
  /// Why nobody may work now, beside the custodian's own presence.
  let lockReason: @Sendable () -> String?
  private let seat = Mutex<CustodianSeat?>(nil)

  init(
    service: any CustodianService, context: Context, options: WorkbenchOptions, port: Int,
    lockReason: @escaping @Sendable () -> String?
  ) {
    self.service = service
    self.context = context
    self.options = options
    self.lockReason = lockReason
    cookie = SessionCookie(custodianAt: port)
  }

  /// How long a contractor's page may take to hand in what was typed last, once the custodian has
  /// sat down: it looks every three seconds, and saves in the fourth at the latest.
  static let draftTime: Int64 = 4_000

  /// Whether the custodian is signed in, which pauses everybody else's work.
  var isPresent: Bool { seat.withLock { $0 != nil } }

  /// Whether a stick is being worked on, which holds every store.
  var isExchanging: Bool { seat.withLock { $0?.isExchanging ?? false } }

  /// The answer to a request of the custodian's pages.
  ///
  /// `someoneWorks`: a contractor is signed in, whose last words must be saved before a stick is
  /// worked on.
  func answer(
    _ route: CustodianRoute, _ request: Request, someoneWorks: Bool
  ) throws -> Response {
    try seat.withLock { seat in
      switch route {
      case .state: return state(request, &seat)
      case .signIn: return try signIn(request, &seat)
      case .make: return try make(request, &seat)
      case .signOut: return try signOut(request, &seat)
      default: break
      }
      guard let person = current(request, &seat) else { throw Problem.signedOut }
      // Who watches a stick sits still, and is there.
      if !route.isPoll || person.isExchanging { seat?.lastActive = options.monotonic() }
      if !route.isHarmless, let line = lockReason() { throw Problem(423, "locked", line) }
      if route == .startExchange { try checkDrafts(since: person.since, someoneWorks) }
      return try work(route, request, person.session)
    }
  }

  /// Signs out a custodian who has given no sign for too long, but never in the middle of a stick.
  func closeIfIdle() {
    seat.withLock { closeIfIdle(&$0) }
  }

  /// Signs out.
  func close() {
    seat.withLock { seat in
      seat?.session.close()
      seat = nil
    }
  }

  private func closeIfIdle(_ seat: inout CustodianSeat?) {
    guard let idle = seat, !idle.isExchanging,
      options.monotonic() - idle.lastActive > options.idleLimit
    else { return }
    idle.session.close()
    seat = nil
  }

  private func checkDrafts(since: Int64, _ someoneWorks: Bool) throws(Problem) {
    guard someoneWorks, options.monotonic() - since < Self.draftTime else { return }
    throw Problem(409, "draft-time", "What was typed last is being saved.")
  }

  /// The seat, if this request holds its token.
  private func current(_ request: Request, _ seat: inout CustodianSeat?) -> CustodianSeat? {
    closeIfIdle(&seat)
    guard let person = seat, let token = cookie.token(in: request),
      TokenComparison.equal(token, person.token)
    else { return nil }
    return person
  }
}

/// Who sits there.
extension CustodianPages {
  private func state(_ request: Request, _ seat: inout CustodianSeat?) -> Response {
    let person = current(request, &seat)
    return .json { object in
      object.member("hasRoom", service.hasRoom)
      object.member("room") { writer in
        if let person { writer.string(person.session.roomName) } else { writer.null() }
      }
      object.member("lock") { writer in
        if let line = lockReason() { writer.string(line) } else { writer.null() }
      }
      object.member("idleLimit", options.idleLimit)
    }
  }

  /// The passphrase comes as bytes, not as JSON, so that no parser keeps a copy.
  private func signIn(_ request: Request, _ seat: inout CustodianSeat?) throws -> Response {
    guard request.header("content-type") == "application/octet-stream" else { throw Problem.form }
    var passphrase = request.body
    defer { passphrase.wipe() }
    try checkFree(&seat)
    return try sit(try service.signIn(passphrase: passphrase), &seat)
  }

  private func make(_ request: Request, _ seat: inout CustodianSeat?) throws -> Response {
    guard !service.hasRoom else { throw Problem(409, "has-room", "There is a room here already.") }
    if let line = lockReason() { throw Problem(423, "locked", line) }
    var secret = try NamedSecret(request)
    defer { secret.wipe() }
    return try sit(
      try service.makeRoom(name: secret.name, passphrase: secret.passphrase), &seat)
  }

  /// Who signs in takes the seat, but not from one who works on a stick. The old session closes
  /// first: the room's stores can't be open twice.
  private func checkFree(_ seat: inout CustodianSeat?) throws(Problem) {
    guard let before = seat else { return }
    guard !before.isExchanging else {
      throw Problem(409, "exchanging", "A stick is being worked on. Wait until it is done.")
    }
    before.session.close()
    seat = nil
  }

  private func sit(
    _ session: any CustodianSession, _ seat: inout CustodianSeat?
  ) throws -> Response {
    let now = options.monotonic()
    let person = CustodianSeat(
      token: Hex.encoded(context.random(32)), session: session, since: now, lastActive: now)
    seat = person
    var response = Response.json { $0.member("room", session.roomName) }
    response.headers.append(cookie.setting(person.token))
    return response
  }

  private func signOut(_ request: Request, _ seat: inout CustodianSeat?) throws -> Response {
    if let person = current(request, &seat) {
      guard !person.isExchanging else {
        throw Problem(409, "exchanging", "A stick is being worked on. Wait until it is done.")
      }
      person.session.close()
      seat = nil
    }
    var response = Response.json { _ in }
    response.headers.append(cookie.clearing)
    return response
  }
}
