import StrictJSON
import Vocabulary

/// What a signed-in custodian sees and does.
extension CustodianPages {
  func work(
    _ route: CustodianRoute, _ request: Request, _ session: any CustodianSession
  ) throws -> Response {
    switch route {
    case .alive: return done
    case .room: return Response.json { [overview = try session.overview()] in $0.write(overview) }
    case .name, .person, .grant, .revoke: return try people(route, request, session)
    case .card, .cardFile, .told, .trustFiles, .trust: return try trust(route, request, session)
    case .sticks, .look, .exchange, .startExchange, .dismissExchange:
      return try stick(route, request, session)
    case .acknowledge:
      let input = try Input(request, members: ["project", "alarm"])
      try session.acknowledge(
        alarm: input.root.require("alarm").integer(), project: try input.project())
      return done
    case .wipeOutline:
      let input = try Input(request, members: ["project"])
      let outline = try session.wipeOutline(try input.project())
      return .json { object in
        object.member("tasks", Int64(outline.tasks))
        object.member("drafts", outline.drafts)
        object.member("unacknowledged", outline.unacknowledged)
      }
    case .wipe:
      let input = try Input(request, members: ["project", "losingResults"])
      try session.wipe(
        try input.project(), losingResults: try input.root.require("losingResults").bool())
      return done
    case .state, .signIn, .signOut, .make: throw Problem.notFound
    }
  }

  private func people(
    _ route: CustodianRoute, _ request: Request, _ session: any CustodianSession
  ) throws -> Response {
    switch route {
    case .name:
      try session.requireFree(try Input(request, members: ["name"]).words("name"))
    case .person:
      var secret = try NamedSecret(request)
      defer { secret.wipe() }
      try session.addPerson(secret.name, passphrase: secret.passphrase)
    case .grant:
      let input = try Input(request, members: ["name", "project"])
      try session.grant(try input.words("name"), project: try input.project())
    default:
      let input = try Input(request, members: ["name", "project"])
      let shown = try session.revoke(try input.words("name"), project: try input.project())
      return .json { $0.member("shown", Int64(shown)) }
    }
    return done
  }

  private func trust(
    _ route: CustodianRoute, _ request: Request, _ session: any CustodianSession
  ) throws -> Response {
    switch route {
    case .card:
      let lab = try Input(request, members: ["lab"]).words("lab")
      let fingerprint = try session.cardFingerprint(lab: lab)
      return .json { $0.member("fingerprint", fingerprint) }
    case .cardFile:
      let input = try Input(request, members: ["lab", "stick"])
      let file = try session.writeCard(
        lab: try input.words("lab"), to: try input.words("stick"))
      return .json { $0.member("file", file) }
    case .told:
      try session.noteLabTold()
      return done
    case .trustFiles:
      let input = try Input(request, members: ["stick"])
      let files = try session.trustFiles(on: try input.words("stick"))
      return .json { $0.array("files") { array in for file in files { array.string(file) } } }
    default:
      let input = try Input(request, members: ["stick", "file", "fingerprint", "lab"])
      let outcome = try session.trust(
        try input.words("file"), on: try input.words("stick"),
        fingerprint: try input.words("fingerprint"), lab: try input.words("lab"))
      return .json { $0.write(outcome) }
    }
  }

  private func stick(
    _ route: CustodianRoute, _ request: Request, _ session: any CustodianSession
  ) throws -> Response {
    switch route {
    case .sticks:
      return Response.json { [sticks = try session.sticks()] in $0.write(sticks) }
    case .look:
      let input = try Input(request, members: ["stick"])
      let contents = try session.look(at: try input.words("stick"))
      return .json { $0.write(contents) }
    case .exchange:
      let progress = session.exchangeProgress()
      return .json { object in
        object.member("exchange") { writer in
          if let progress { writer.object { $0.write(progress) } } else { writer.null() }
        }
      }
    case .dismissExchange:
      session.dismissExchange()
    default:
      let input = try Input(request, members: ["stick", "direction"])
      guard let direction = StickDirection(rawValue: try input.words("direction")) else {
        throw Problem.form
      }
      try session.startExchange(with: try input.words("stick"), direction)
    }
    return done
  }

  private var done: Response { .json { _ in } }
}

extension Input {
  /// A name or a path: at most 4,096 bytes.
  fileprivate func words(_ name: String) throws -> String {
    let value = try root.require(name)
    let text = try value.string()
    guard text.utf8.count <= WebLimits.words else {
      throw value.fault(.value, "at most \(WebLimits.words) bytes")
    }
    return text
  }

  fileprivate func project() throws -> ID { try root.require("project").id() }
}
