import StrictJSON
import Vocabulary

/// What a signed-in person sees and does.
extension Workbench {
  /// The answer to a request of the person on the seat.
  func work(_ route: Route, _ request: Request, _ person: inout Seat) throws -> Response {
    switch route {
    case .tab: return try holdTab(request, &person)
    case .alive: return .json { _ in }
    case .projects: return try projects(person)
    case .overview(let project): return try overview(person.desk(for: project))
    case .guidelines(let project): return try guidelines(project, &person)
    case .sections(let project): return try sections(person.desk(for: project))
    case .next(let project): return try next(person.desk(for: project), request)
    case .asset(let project, let digest): return try asset(person.desk(for: project), digest)
    case .task(let project, let position):
      try checkTab(request, &person, claims: true)
      return try task(project, position, &person)
    case .practice(let project, let position):
      try checkTab(request, &person, claims: true)
      return try practice(project, position, &person)
    case .mine, .sittings, .leaves, .hours, .settings, .keepSettings:
      return try own(route, request, &person)
    case .work(let project, let work):
      try checkTab(request, &person, claims: false)
      return try act(work, project, request, &person)
    case .page, .enter, .custodianPage, .custodian, .file, .state, .signIn, .signOut:
      throw Problem.notFound
    }
  }

  /// A tab says that it is the one in use, or that it goes.
  private func holdTab(_ request: Request, _ person: inout Seat) throws -> Response {
    let input = try Input(request, members: ["hold"])
    guard let tab = tab(of: request) else { throw Problem.form }
    if try input.root.require("hold").bool() {
      person.tab = tab
    } else if person.tab == tab {
      person.tab = nil
    }
    return .json { _ in }
  }

  /// One tab writes at a time, or two would overwrite each other's drafts unseen.
  ///
  /// Only showing a task claims: the last draft of a page that is going may arrive after the page
  /// has let go, and must not take the tab back.
  private func checkTab(
    _ request: Request, _ person: inout Seat, claims: Bool
  ) throws(Problem) {
    guard let tab = tab(of: request) else { throw .form }
    if let holder = person.tab, holder != tab { throw .otherTab }
    if claims { person.tab = tab }
  }

  private func projects(_ person: Seat) throws -> Response {
    let cards = try person.session.projects()
    return .json { object in
      object.array("projects") { array in
        for card in cards { array.object { CardView.write(card, &$0) } }
      }
    }
  }

  private func overview(_ desk: any ProjectDesk) throws -> Response {
    let (overview, place) = (try desk.overview(), try desk.resume())
    return .json { object in
      object.member("codename", desk.codename)
      TaskView.writeCounts(overview, &object)
      object.member("resumeAt") { writer in
        if let place { writer.integer(Int64(place)) } else { writer.null() }
      }
    }
  }

  /// The clock of reading begins, which a `read` act may claim.
  private func guidelines(_ project: ID, _ person: inout Seat) throws -> Response {
    let guidelines = try person.desk(for: project).guidelines()
    person.taskCameUp(guidelines.hash, now: options.monotonic(), earlier: 0)
    return .json { GuidelinesView.write(guidelines, &$0) }
  }

  /// Only what the guidelines have sections about: no clock begins, since nobody reads them yet.
  private func sections(_ desk: any ProjectDesk) throws -> Response {
    let headings = GuidelineSections.headings(of: try desk.guidelines().text)
    return .json { object in
      object.array("sections") { array in
        for heading in headings { array.string(heading) }
      }
    }
  }

  private func next(_ desk: any ProjectDesk, _ request: Request) throws -> Response {
    let prefix = "after="
    guard request.query.hasPrefix(prefix) else { throw Problem.form }
    let number = request.query.dropFirst(prefix.count)
    guard let after = number == "0" ? 0 : Route.position(number) else { throw Problem.form }
    let position = try desk.nextOpen(after: after)
    return .json { object in
      object.member("position") { writer in
        if let position { writer.integer(Int64(position)) } else { writer.null() }
      }
    }
  }

  private func task(_ project: ID, _ position: Int, _ person: inout Seat) throws -> Response {
    let desk = try person.desk(for: project)
    guard let task = try desk.task(at: position) else { throw Problem.notFound }
    person.taskCameUp(
      task.task, now: options.monotonic(),
      earlier: max(task.activeMs, DraftBody.activeMs(in: task.draft)))
    let view = try TaskView(task, codename: desk.codename, overview: desk.overview())
    return Response(200, type: "application/json; charset=utf-8", view.encoded())
  }

  /// A practice task, with the lab's answers once there are the person's.
  private func practice(
    _ project: ID, _ position: Int, _ person: inout Seat
  ) throws -> Response {
    let desk = try person.desk(for: project)
    guard let practice = try desk.practice(at: position) else { throw Problem.notFound }
    let task = practice.task
    person.taskCameUp(
      task.task, now: options.monotonic(),
      earlier: max(task.activeMs, DraftBody.activeMs(in: task.draft)))
    let view = try TaskView(task, codename: desk.codename, overview: desk.overview())
    return Response(
      200, type: "application/json; charset=utf-8", view.encoded(practice: practice))
  }

  /// An image of the project, with nothing but its bytes: no script of it runs, no type is guessed.
  private func asset(_ desk: any ProjectDesk, _ digest: Digest) throws -> Response {
    guard let asset = try desk.asset(digest) else { throw Problem.notFound }
    let shown = ["image/png", "image/jpeg", "image/gif", "image/webp"].contains(asset.type)
    var response = Response(200, type: shown ? asset.type : "application/octet-stream", asset.bytes)
    response.headers.append(
      (name: "content-security-policy", value: SecurityHeaders.assetPolicy))
    return response
  }
}
