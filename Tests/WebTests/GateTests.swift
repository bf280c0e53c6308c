import Testing

@testable import Web

/// Requests that our own page would not have sent.
struct GateTests {
  let bench: TestBench

  init() throws { bench = TestBench([try FakeProjects.comparison()]) }

  @Test("DNS rebinding: a stranger's name that leads to this machine is refused")
  func foreignHost() {
    for host in ["evil.example:4711", "localhost:4711", "127.0.0.1:4712", "127.0.0.1", ""] {
      let response = bench.ask("GET", "/") { $0.set("host", host) }
      #expect(response.status == 421, "\(host)")
      #expect(response.code == "host")
    }
  }

  @Test("A request without Host, or with two, is refused")
  func hostNotOnce() {
    #expect(bench.ask("GET", "/") { $0.set("host", nil) }.status == 421)
    let doubled = bench.ask("GET", "/") { $0.headers.append((name: "host", value: "evil.example")) }
    #expect(doubled.status == 421)
  }

  @Test("Another page in the same browser posts here: refused before any route")
  func foreignOrigin() {
    for origin in [
      "http://evil.example", "null", "http://127.0.0.1:4712", "https://127.0.0.1:4711", nil,
    ] {
      let response = bench.ask("POST", "/api/sign-in", "ann\nx") { $0.set("origin", origin) }
      #expect(response.status == 403)
      #expect(response.code == "origin")
    }
    #expect(bench.service.sessions.isEmpty)
  }

  @Test("Another page reads here, by fetch, image or frame: refused")
  func foreignSite() {
    for site in ["cross-site", "same-site", "none"] {
      let response = bench.ask("GET", "/api/state") { $0.set("sec-fetch-site", site) }
      #expect(response.status == 403, "\(site)")
    }
    let origin = bench.ask("GET", "/api/state") { $0.set("origin", "http://evil.example") }
    #expect(origin.status == 403)
  }

  @Test("A person may type the address")
  func typedAddress() {
    #expect(bench.ask("GET", "/") { $0.set("sec-fetch-site", "none") }.status == 200)
  }

  @Test("Cross-origin sharing is never offered, asked or not")
  func noSharing() {
    let asked = bench.ask("OPTIONS", "/api/state") { $0.set("origin", "http://evil.example") }
    #expect(asked.status == 403)
    for response in [asked, bench.ask("GET", "/api/state"), bench.ask("GET", "/")] {
      #expect(!response.headers.contains { $0.name.hasPrefix("access-control-") })
    }
  }

  @Test("An upgrade to another protocol, or a target that is no path, is refused")
  func otherProtocols() {
    #expect(bench.ask("GET", "/") { $0.set("upgrade", "websocket") }.status == 400)
    #expect(bench.ask("GET", "http://127.0.0.1:4711/").status == 400)
    #expect(bench.ask("GET", "*").status == 400)
  }

  @Test("Every response, errors too, carries the policy and is not stored")
  func headersEverywhere() throws {
    let responses = [
      bench.ask("GET", "/"), bench.ask("GET", "/css/base.css"), bench.ask("GET", "/nothing"),
      bench.ask("GET", "/api/projects"),
      bench.ask("PUT", "/") { $0.set("origin", "http://127.0.0.1:4711") }, bench.signIn(),
      bench.ask("GET", "/") { $0.set("host", "evil.example") },
    ]
    #expect(responses.map(\.status) == [200, 200, 404, 401, 405, 200, 421])
    for response in responses {
      let policy = try #require(response.header("content-security-policy"))
      #expect(policy.contains("default-src 'none'"))
      #expect(policy.contains("require-trusted-types-for 'script'; trusted-types 'none'"))
      #expect(!policy.contains("unsafe"))
      #expect(response.header("cache-control") == "no-store")
      #expect(response.header("x-content-type-options") == "nosniff")
      #expect(response.header("referrer-policy") == "no-referrer")
      #expect(response.header("cross-origin-resource-policy") == "same-origin")
    }
  }
}
