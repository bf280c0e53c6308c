import Synchronization
import Vocabulary

/// The server without its socket: a request in, a response out.
///
/// Calls block; they come from the one thread that may talk to the service.
final class Workbench: Sendable {
  let service: any WorkbenchService
  let gate: Gate
  let cookie: SessionCookie
  let passCookie: SessionCookie
  let context: Context
  let options: WorkbenchOptions
  /// The custodian's part; nil where the service has none.
  let custodian: CustodianPages?
  private let seat = Mutex<Seat?>(nil)

  /// A workbench behind 127.0.0.1 at `port`.
  init(
    service: any WorkbenchService, context: Context, options: WorkbenchOptions, port: Int
  ) {
    self.service = service
    self.context = context
    self.options = options
    gate = Gate(authority: "127.0.0.1:\(port)")
    cookie = SessionCookie(port: port)
    passCookie = SessionCookie(pass: port)
    custodian = service.custodian.map { custodian in
      CustodianPages(
        service: custodian, context: context, options: options, port: port,
        lockReason: { service.lockReason() })
    }
  }

  /// The answer to a request; every way out adds the security headers.
  func respond(to request: Request) -> Response {
    var response: Response
    do {
      response = try admitted(request)
    } catch {
      response = .problem(Problem(error))
    }
    SecurityHeaders.add(to: &response)
    return response
  }

  /// Signs out a person who has given no sign for too long.
  func closeIfIdle() {
    custodian?.closeIfIdle()
    seat.withLock { seat in
      guard let idle = seat, isIdle(idle) else { return }
      idle.session.close()
      seat = nil
    }
  }

  /// Signs out whoever is signed in.
  func close() {
    custodian?.close()
    seat.withLock { seat in
      seat?.session.close()
      seat = nil
    }
  }

  func isIdle(_ seat: Seat) -> Bool {
    options.monotonic() - seat.lastActive > options.idleLimit
  }

  /// Behind the gate, and with the pass of the one browser that may come in, where there is one.
  private func admitted(_ request: Request) throws -> Response {
    guard let entry = options.entry else {
      try gate.check(request)
      return try routed(request)
    }
    if case .enter? = Route(path: request.path), request.method == "POST" {
      try gate.checkEntry(request)
      return try entry.exchange(request, cookie: passCookie, now: options.monotonic())
    }
    try gate.check(request)
    try entry.check(request, cookie: passCookie)
    return try routed(request)
  }

  private func routed(_ request: Request) throws -> Response {
    guard let route = Route(path: request.path) else { throw Problem.notFound }
    guard request.method == route.method else {
      throw Problem(
        405, "method", "This address takes \(route.method) only.", allow: route.method)
    }
    guard request.body.count <= route.bodyLimit else { throw Problem.tooLong }
    switch route {
    // Where every browser may come in there is nothing to enter.
    case .enter: throw Problem.notFound
    case .page: return try PageFile.response(named: firstPage)
    case .custodianPage:
      guard custodian != nil else { throw Problem.notFound }
      return try PageFile.response(named: "custodian.html")
    case .custodian(let route):
      guard let custodian else { throw Problem.notFound }
      let someoneWorks = seat.withLock { $0 != nil }
      return try custodian.answer(route, request, someoneWorks: someoneWorks)
    case .file(let name): return try PageFile.response(named: name)
    default: return try seat.withLock { try answer(route, request, &$0) }
    }
  }

  /// Without a room there is nobody who could sign in: its custodian makes it first.
  private var firstPage: String {
    custodian.map { $0.service.hasRoom } ?? true ? "page.html" : "custodian.html"
  }

  /// Why nobody may work now; nil when all is well.
  func lockLine() -> String? {
    if let line = service.lockReason() { return line }
    guard custodian?.isPresent ?? false else { return nil }
    return "The custodian is busy at this machine."
  }

  private func answer(_ route: Route, _ request: Request, _ seat: inout Seat?) throws -> Response {
    switch route {
    case .state: return state(request, &seat)
    case .signIn: return try signIn(request, &seat)
    case .signOut: return signOut(request, &seat)
    default: break
    }
    guard var person = current(request, &seat) else { throw Problem.signedOut }
    person.lastActive = options.monotonic()
    defer { seat = person }
    try checkLock(route)
    return try work(route, request, &person)
  }

  /// A draft and its time are taken even when work is locked: nothing is shown for them. Only while
  /// a stick is worked on they can't be, since a store is open once.
  private func checkLock(_ route: Route) throws(Problem) {
    switch route {
    case .work(_, .draft), .work(_, .time):
      if !(custodian?.isExchanging ?? false) { return }
    default: break
    }
    if let line = lockLine() { throw Problem(423, "locked", line) }
  }
}
