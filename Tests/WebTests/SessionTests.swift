import StrictJSON
import Testing
import Vocabulary

@testable import Web

/// Who is signed in, and who is not.
struct SessionTests {
  let bench: TestBench
  let desk: FakeDesk

  init() throws {
    desk = try FakeProjects.comparison()
    bench = TestBench([desk])
  }

  @Test("The cookie is for this server alone, and no script reads it")
  func cookie() throws {
    let line = try #require(bench.signIn().header("set-cookie"))
    #expect(
      line
        == "airlock-4711=\(String(repeating: "01", count: 32)); Path=/; HttpOnly; SameSite=Strict")
    #expect(bench.ask("GET", "/api/projects").status == 200)
  }

  @Test("A wrong name and a wrong passphrase are answered alike")
  func wrong() {
    let name = bench.signIn(name: "eve")
    let passphrase = bench.signIn(passphrase: "wrong")
    #expect(name.status == 403)
    #expect(name.body == passphrase.body)
    #expect(name.header("set-cookie") == nil)
    #expect(bench.ask("GET", "/api/projects").status == 401)
  }

  @Test("No address but the page, its files and the state answers without a session")
  func everythingElseNeedsASession() {
    let project = desk.project.hex
    let reads = [
      "/api/projects", "/api/projects/\(project)", "/api/projects/\(project)/guidelines",
      "/api/projects/\(project)/tasks/1", "/api/projects/\(project)/next?after=0",
      "/api/projects/\(project)/assets/\(String(repeating: "a", count: 64))",
    ]
    for path in reads { #expect(bench.ask("GET", path).code == "signed-out", "\(path)") }
    for act in ["draft", "submit", "skip", "withdraw", "flag", "ask"] {
      #expect(bench.ask("POST", "/api/projects/\(project)/\(act)", "{}").code == "signed-out")
    }
    #expect(bench.ask("POST", "/api/tab", "{}").code == "signed-out")
  }

  @Test("A forged, a shortened, a doubled and another port's cookie open nothing")
  func forgedCookies() {
    bench.signIn()
    let token = String(repeating: "01", count: 32)
    for cookie in [
      "airlock-4711=\(String(repeating: "02", count: 32))", "airlock-4711=\(token.dropLast())",
      "airlock-4711=", "airlock-4712=\(token)", "airlock=\(token)",
      "airlock-4711=\(token); airlock-4711=\(token)", "x",
    ] {
      #expect(bench.ask("GET", "/api/projects") { $0.set("cookie", cookie) }.status == 401)
    }
    #expect(
      bench.ask("GET", "/api/projects") { $0.set("cookie", "a=b;  airlock-4711=\(token) ") }.status
        == 200)
  }

  @Test("Who signs in next takes the seat; the session before is closed")
  func oneSeat() throws {
    let first = try #require(bench.signIn().header("set-cookie")).split(separator: ";")[0]
    bench.signIn()
    #expect(bench.service.sessions.map(\.isClosed) == [true, false])
    #expect(bench.ask("GET", "/api/projects") { $0.set("cookie", String(first)) }.status == 401)
  }

  @Test("A wrong attempt to sign in doesn't end the session of who works")
  func wrongAttemptHarmsNobody() {
    bench.signIn()
    #expect(bench.ask("GET", "/api/projects").status == 200)
    bench.ask("POST", "/api/sign-in", "ann\nwrong") {
      $0.set("content-type", "application/octet-stream")
    }
    #expect(bench.ask("GET", "/api/projects").status == 200)
  }

  @Test("Signing out closes the session and takes the cookie back")
  func signOut() {
    bench.signIn()
    let response = bench.ask("POST", "/api/sign-out", "{}")
    #expect(response.header("set-cookie")?.contains("Max-Age=0") == true)
    #expect(bench.service.sessions.map(\.isClosed) == [true])
    #expect(bench.ask("GET", "/api/projects").status == 401)
  }

  @Test("Idle too long: signed out, and looking at the state is no sign of a person")
  func idle() {
    bench.signIn()
    for _ in 0..<4 {
      bench.pass(20_000)
      bench.ask("GET", "/api/state")
    }
    #expect(bench.service.sessions.map(\.isClosed) == [true])
    #expect(bench.ask("GET", "/api/projects").status == 401)
  }

  @Test("Any request of a person keeps the session, and the check in between finds it alive")
  func notIdle() {
    bench.signIn()
    for _ in 0..<4 {
      bench.pass(50_000)
      bench.workbench.closeIfIdle()
      #expect(bench.ask("POST", "/api/alive", "{}").status == 200)
    }
    bench.pass(60_001)
    bench.workbench.closeIfIdle()
    #expect(bench.service.sessions.map(\.isClosed) == [true])
  }

  @Test("A body for signing in that has no line feed, or isn't UTF-8, or is JSON, is refused")
  func signInForm() {
    #expect(bench.ask("POST", "/api/sign-in", "ann\nx").status == 400)
    for body in [Array("ann".utf8), [0xFF, 0x0A, 0x61]] {
      let response = bench.ask("POST", "/api/sign-in") {
        $0.set("content-type", "application/octet-stream")
        $0.body = body
      }
      #expect(response.status == 400)
    }
  }

  @Test("While work is locked nobody signs in, nothing is shown, but a draft is kept")
  func locked() throws {
    bench.signIn()
    let task = try bench.show(desk)
    bench.service.setLock("A network connection is up: eth0.")
    let project = "/api/projects/\(desk.project.hex)"
    #expect(bench.ask("GET", "\(project)/tasks/1").status == 423)
    #expect(bench.ask("GET", "/api/projects").code == "locked")
    #expect(bench.ask("POST", "\(project)/skip", "{}").status == 423)
    let draft = #"{"task":"\#(task)","number":1,"activeMs":0,"answers":{},"origin":{}}"#
    #expect(bench.ask("POST", "\(project)/draft", draft).status == 200)
    #expect(try bench.ask("GET", "/api/state").json()["lock"]?.string().contains("eth0") == true)
    #expect(bench.signIn().status == 423)
    bench.service.setLock(nil)
    #expect(bench.ask("GET", "\(project)/tasks/1").status == 200)
  }

  @Test("The state tells a stranger the room's name and nothing about who is signed in")
  func stateForStrangers() throws {
    bench.signIn()
    let state = try bench.ask("GET", "/api/state") { $0.set("cookie", nil) }.json()
    #expect(try state["room"]?.string() == "Room 7")
    #expect(state["name"]?.isNull == true)
  }
}
