import StrictJSON
import Synchronization
import Vocabulary

@testable import Web

/// A workbench without a socket, a clock that a test drives, and a browser's good manners.
final class TestBench: Sendable {
  let workbench: Workbench
  let service: FakeService
  private let time: Clock
  private let cookie = Mutex<String?>(nil)
  static let port = 4711
  static let tab = String(repeating: "ab", count: 16)

  final class Clock: Sendable {
    let now = Mutex<Int64>(1_000)
  }

  init(_ projects: [FakeDesk]) {
    let clock = Clock()
    time = clock
    service = FakeService(projects)
    var options = WorkbenchOptions()
    options.monotonic = { clock.now.withLock { $0 } }
    options.idleLimit = 60_000
    let random = Mutex<UInt8>(0)
    let context = Context(
      now: { 1_773_064_860_000 },
      random: { count in
        random.withLock { seed in
          seed += 1
          return [UInt8](repeating: seed, count: count)
        }
      })
    workbench = Workbench(service: service, context: context, options: options, port: Self.port)
  }

  /// Lets so many milliseconds go by.
  func pass(_ ms: Int64) { time.now.withLock { $0 += ms } }

  /// A request as our page sends it, changed by `change` into what a test is about.
  func request(
    _ method: String, _ path: String, _ body: String? = nil,
    change: (inout Request) -> Void = { _ in }
  ) -> Request {
    var headers = [
      (name: "host", value: "127.0.0.1:\(Self.port)"), (name: "airlock-tab", value: Self.tab),
      (name: "sec-fetch-site", value: "same-origin"),
    ]
    if method == "POST" {
      headers.append((name: "origin", value: "http://127.0.0.1:\(Self.port)"))
      headers.append((name: "content-type", value: "application/json"))
    }
    if let cookie = cookie.withLock({ $0 }) { headers.append((name: "cookie", value: cookie)) }
    var request = Request(method, path, headers: headers, body: Array((body ?? "").utf8))
    change(&request)
    return request
  }

  /// The answer to such a request.
  @discardableResult
  func ask(
    _ method: String, _ path: String, _ body: String? = nil,
    change: (inout Request) -> Void = { _ in }
  ) -> Response {
    let response = workbench.respond(to: request(method, path, body, change: change))
    if let line = response.header("set-cookie"), let pair = line.split(separator: ";").first {
      cookie.withLock { $0 = pair.hasSuffix("=") ? nil : String(pair) }
    }
    return response
  }

  /// Signs ann in.
  @discardableResult
  func signIn(
    name: String = FakeService.name, passphrase: String = FakeService.passphrase
  ) -> Response {
    ask("POST", "/api/sign-in", "\(name)\n\(passphrase)") {
      $0.set("content-type", "application/octet-stream")
    }
  }

  /// The first task of a project, shown; gives its hash.
  func show(_ desk: FakeDesk, at position: Int = 1) throws -> String {
    let response = ask("GET", "/api/projects/\(desk.project.hex)/tasks/\(position)")
    return try response.json()["task"]?.string() ?? ""
  }
}

extension Request {
  /// Puts a header in the place of any of that name; nil takes it away.
  mutating func set(_ name: String, _ value: String?) {
    headers.removeAll { $0.name == name }
    if let value { headers.append((name: name, value: value)) }
  }
}

extension Response {
  /// The body as JSON.
  func json() throws -> JSONValue { try JSONDocument(body).root }

  /// The code of a refusal.
  var code: String? { try? json()["error"]?.string() }
}
