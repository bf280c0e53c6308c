import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// The one-use token that lets one browser in.
struct BrowserEntryTests {
  private final class Clock: Sendable {
    let now = Mutex<Int64>(0)
  }
  private let clock = Clock()
  private let entry: BrowserEntry
  private let workbench: Workbench
  private static let authority = "127.0.0.1:4711"

  init() throws {
    let random = Mutex<UInt8>(0)
    let context = Context(
      now: { 1_773_064_860_000 },
      random: { count in
        random.withLock { seed in
          seed += 1
          return [UInt8](repeating: seed, count: count)
        }
      })
    entry = BrowserEntry(context: context, now: 0)
    var options = WorkbenchOptions()
    options.entry = entry
    options.monotonic = { [clock] in clock.now.withLock { $0 } }
    workbench = Workbench(
      service: FakeService([try FakeProjects.comparison()]), context: context, options: options,
      port: 4711)
  }

  private static let token = String(repeating: "01", count: 32)
  private static let pass = "airlock-pass-4711=" + String(repeating: "02", count: 32)

  /// The request that the start page makes.
  private func enter(
    _ token: String = token, origin: String? = "null", host: String = authority,
    type: String = "application/x-www-form-urlencoded"
  ) -> Response {
    var request = Request(
      "POST", "/enter",
      headers: [
        (name: "host", value: host), (name: "content-type", value: type),
        (name: "sec-fetch-site", value: "cross-site"),
      ], body: Array("token=\(token)".utf8))
    request.set("origin", origin)
    return workbench.respond(to: request)
  }

  private func get(_ path: String, cookie: String?) -> Response {
    var request = Request(
      "GET", path,
      headers: [
        (name: "host", value: Self.authority), (name: "sec-fetch-site", value: "same-origin"),
      ])
    request.set("cookie", cookie)
    return workbench.respond(to: request)
  }

  @Test("The token is taken for a pass that no script reads, and the page goes on by itself")
  func exchange() {
    let response = enter()
    #expect(response.status == 200)
    #expect(response.header("set-cookie") == Self.pass + "; Path=/; HttpOnly; SameSite=Strict")
    #expect(String(decoding: response.body, as: UTF8.self).contains("url=/"))
    #expect(get("/", cookie: Self.pass).status == 200)
    #expect(get("/api/state", cookie: Self.pass).status == 200)
    #expect(entry.isUsed && entry.isSpent(now: 0))
  }

  @Test("Without the pass nothing is served, before and after a browser came in")
  func noPass() {
    for _ in 0..<2 {
      for path in ["/", "/p/\(String(repeating: "a", count: 32))", "/js/main.js", "/api/state"] {
        for cookie in [nil, "airlock-pass-4711=\(Self.token)", "airlock-4711=\(Self.token)"] {
          #expect(get(path, cookie: cookie).code == "entry", "\(path)")
        }
      }
      _ = enter()
    }
  }

  @Test("The token counts once")
  func once() {
    #expect(enter().status == 200)
    #expect(enter().code == "entry")
    #expect(get("/", cookie: Self.pass).status == 200)
  }

  @Test("The token counts for a minute")
  func late() {
    clock.now.withLock { $0 = BrowserEntry.lifetime + 1 }
    #expect(enter().code == "entry")
    #expect(entry.isSpent(now: BrowserEntry.lifetime + 1) && !entry.isUsed)
  }

  @Test("A wrong token, another origin, host or form is refused and uses nothing up")
  func wrong() {
    #expect(enter(String(repeating: "02", count: 32)).code == "entry")
    #expect(enter("").code == "entry")
    for origin in [nil, "http://\(Self.authority)", "http://evil.example"] {
      #expect(enter(origin: origin).code == "origin")
    }
    #expect(enter(host: "evil.example:4711").code == "host")
    #expect(enter(type: "text/plain").code == "form")
    #expect(enter().status == 200)
  }

  @Test("The token stands in the start page's form and in no address")
  func startPage() {
    let page = String(decoding: entry.startPage(url: "http://\(Self.authority)/"), as: UTF8.self)
    #expect(page.contains("value=\"\(Self.token)\""))
    #expect(page.contains("action=\"http://\(Self.authority)/enter\""))
    #expect(page.components(separatedBy: Self.token).count == 2)
  }

  @Test("Where any browser may see the sign-in page there is nothing to enter")
  func noEntry() throws {
    let open = Workbench(
      service: FakeService([try FakeProjects.comparison()]), context: BrowserTests.context,
      options: WorkbenchOptions(), port: 4711)
    let request = Request(
      "POST", "/enter",
      headers: [
        (name: "host", value: Self.authority),
        (name: "origin", value: "http://\(Self.authority)"),
      ])
    #expect(open.respond(to: request).status == 404)
  }
}
