import StrictJSON
import Synchronization
import Vocabulary

@testable import Web

/// A workbench without a socket, a clock that a test drives, and a browser's good manners.
final class TestBench: Sendable {
  let workbench: Workbench
  let service: FakeService
  private let time: Clock
  /// What the server has set, as a browser keeps it: name, path, value.
  private let cookies = Mutex<[Cookie]>([])

  struct Cookie: Sendable {
    let name: String
    let path: String
    let value: String
  }
  static let port = 4711
  static let tab = String(repeating: "ab", count: 16)

  final class Clock: Sendable {
    let now = Mutex<Int64>(1_000)
  }

  init(_ projects: [FakeDesk], custodian: FakeCustodian? = nil) {
    let clock = Clock()
    time = clock
    service = FakeService(projects, custodian: custodian)
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
    let kept = cookies.withLock { $0.filter { path.hasPrefix($0.path) } }
    if !kept.isEmpty {
      let line = kept.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
      headers.append((name: "cookie", value: line))
    }
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
    if let line = response.header("set-cookie") { keep(line) }
    return response
  }

  private func keep(_ line: String) {
    let parts = line.split(separator: ";").map { $0.drop { $0 == " " } }
    let pair = (parts.first ?? "").split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first { $0.hasPrefix("Path=") }?.dropFirst(5) ?? "/"
    guard pair.count == 2 else { return }
    cookies.withLock { kept in
      kept.removeAll { $0.name == pair[0] }
      guard !pair[1].isEmpty else { return }
      kept.append(Cookie(name: String(pair[0]), path: String(path), value: String(pair[1])))
    }
  }

  /// The secret that a cookie of this name holds.
  func token(_ name: String) -> String? {
    cookies.withLock { $0.first { $0.name == name }?.value }
  }

  /// Signs the custodian in.
  @discardableResult
  func unlock(_ passphrase: String = FakeCustodian.passphrase) -> Response {
    ask("POST", "/api/custodian/sign-in", passphrase) {
      $0.set("content-type", "application/octet-stream")
    }
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
