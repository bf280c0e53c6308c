import StrictJSON
import Vocabulary

/// What is a person's own: their work, their hours, their settings.
extension Workbench {
  /// The answer to a request that concerns nothing but the person.
  func own(_ route: Route, _ request: Request, _ person: inout Seat) throws -> Response {
    switch route {
    case .mine(let project): return try mine(person.desk(for: project), request)
    case .sittings(let project): return try sittings(person.session, project)
    case .leaves(let project): return try leaves(person.session, project, request)
    case .hours: return try hours(person, request)
    case .settings: return try settings(person)
    case .keepSettings: return try keepSettings(person, request)
    default: throw Problem.notFound
    }
  }

  private func mine(_ desk: any ProjectDesk, _ request: Request) throws -> Response {
    let input = try Input(request, members: ["marks", "search", "after"])
    let marks = try input.root.require("marks")
    try marks.expect(.array, "an array of marks")
    let query = DeskWorkQuery(
      marks: try marks.elements.map { try $0.string() },
      search: try input.root.require("search").string(),
      after: Int(try input.root.require("after").integer()))
    let page = try desk.ownWork(query)
    return .json { WorkView.write(page, &$0) }
  }

  private func sittings(_ session: any WorkSession, _ project: ID) throws -> Response {
    let sittings = try session.sittings(in: project)
    return .json { object in
      object.array("sittings") { array in
        for sitting in sittings { array.object { Self.write(sitting, &$0) } }
      }
    }
  }

  private static func write(_ sitting: DeskSitting, _ object: inout JSONWriter) {
    object.member("code", sitting.code)
    object.member("first", sitting.first)
    object.member("last", sitting.last)
    object.member("from", sitting.from)
    object.member("to", sitting.to)
    object.member("activeMs", sitting.activeMs)
    object.object("acts") { write(sitting.acts, &$0) }
  }

  private static func write(_ acts: [String: Int], _ object: inout JSONWriter) {
    for (kind, count) in acts.sorted(by: { $0.key < $1.key }) {
      object.member(kind, Int64(count))
    }
  }

  private func leaves(
    _ session: any WorkSession, _ project: ID, _ request: Request
  ) throws -> Response {
    let leaves = try session.leaves(in: project, from: Self.number("from", in: request))
    return .json { object in
      object.array("leaves") { array in
        for leaf in leaves {
          array.object { object in
            object.member("index", leaf.index)
            object.member("event", leaf.event)
            object.member("at", leaf.at)
          }
        }
      }
    }
  }

  private func hours(_ person: Seat, _ request: Request) throws -> Response {
    let projects = try person.session.hours(since: Self.number("since", in: request))
    return .json { object in
      object.array("projects") { array in
        for project in projects { array.object { Self.write(project, &$0) } }
      }
    }
  }

  private static func write(_ hours: ProjectHours, _ object: inout JSONWriter) {
    object.member("id", hours.id)
    object.member("codename", hours.codename)
    object.object("acts") { write(hours.acts, &$0) }
    object.array("cells") { array in
      for cell in hours.cells {
        array.array { numbers in
          for number in [cell.start, cell.ms, cell.first, cell.last] { numbers.integer(number) }
        }
      }
    }
  }

  private func settings(_ person: Seat) throws -> Response {
    let stored = try person.session.settings()
    return .json { object in
      object.member("settings") { writer in
        // What isn't JSON any more is as good as none.
        if let stored, (try? JSONDocument(stored)) != nil {
          writer.raw(stored[...])
        } else {
          writer.null()
        }
      }
    }
  }

  private func keepSettings(_ person: Seat, _ request: Request) throws -> Response {
    let input = try Input(request, members: ["settings"])
    let value = try input.root.require("settings")
    try value.expect(.object, "an object")
    try person.session.keepSettings(Array(value.token))
    return .json { _ in }
  }

  /// The one number of a query, from 0.
  private static func number(_ name: String, in request: Request) throws(Problem) -> Int64 {
    let parts = request.query.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == name, parts[1].utf8.count <= 15,
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(parts[1])
    else { throw .form }
    return number
  }
}
