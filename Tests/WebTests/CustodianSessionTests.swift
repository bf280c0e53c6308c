import StrictJSON
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// The custodian's seat beside the contractor's, and the wall between them.
struct CustodianSessionTests {
  let bench: TestBench
  let desk: FakeDesk
  let custodian = FakeCustodian(overview: FakeRoom.busy)

  init() throws {
    desk = try FakeProjects.comparison()
    bench = TestBench([desk], custodian: custodian)
  }

  static let reads = ["room", "sticks", "exchange"]
  static let writes = [
    "alive", "name", "person", "grant", "revoke", "card", "card-file", "told", "trust-files",
    "trust", "look", "exchange-start", "exchange-dismiss", "acknowledge",
    "wipe-outline", "wipe",
  ]

  @Test("No address of the custodian's answers without their session")
  func everythingNeedsASession() {
    for path in Self.reads { #expect(bench.ask("GET", "/api/custodian/\(path)").status == 401) }
    for path in Self.writes {
      #expect(bench.ask("POST", "/api/custodian/\(path)", "{}").status == 401, "\(path)")
    }
  }

  @Test("A contractor's cookie reaches no address of the custodian's, under any name")
  func contractorStaysOut() throws {
    bench.signIn()
    let token = try #require(bench.token("airlock-4711"))
    bench.unlock()
    for cookie in ["airlock-4711=\(token)", "airlock-custodian-4711=\(token)"] {
      for path in Self.reads {
        let response = bench.ask("GET", "/api/custodian/\(path)") { $0.set("cookie", cookie) }
        #expect(response.status == 401)
      }
      for path in Self.writes {
        let response = bench.ask("POST", "/api/custodian/\(path)", "{}") {
          $0.set("cookie", cookie)
        }
        #expect(response.status == 401)
      }
    }
  }

  @Test("The custodian's cookie reaches no work, under any name")
  func custodianStaysOut() throws {
    bench.unlock()
    let token = try #require(bench.token("airlock-custodian-4711"))
    for cookie in ["airlock-4711=\(token)", "airlock-custodian-4711=\(token)"] {
      for path in ["projects", "projects/\(desk.project.hex)/tasks/1"] {
        let response = bench.ask("GET", "/api/\(path)") { $0.set("cookie", cookie) }
        #expect(response.status == 401)
      }
    }
  }

  @Test("The cookie goes with the custodian's requests alone")
  func cookie() throws {
    let line = try #require(bench.unlock().header("set-cookie"))
    #expect(line.hasPrefix("airlock-custodian-4711="))
    #expect(line.hasSuffix("; Path=/api/custodian; HttpOnly; SameSite=Strict"))
    #expect(bench.ask("GET", "/api/custodian/room").status == 200)
  }

  @Test("A wrong passphrase, and one that isn't sent as bytes, open nothing")
  func wrong() {
    #expect(bench.unlock("wrong").status == 403)
    #expect(bench.ask("POST", "/api/custodian/sign-in", "{}").status == 400)
    #expect(bench.ask("GET", "/api/custodian/room").status == 401)
  }

  @Test("While the custodian is there nobody else works; afterwards it goes on")
  func pauses() throws {
    bench.signIn()
    let hash = try bench.show(desk)
    bench.unlock()
    let work = bench.ask("GET", "/api/projects")
    #expect(work.status == 423)
    #expect(
      try bench.ask("GET", "/api/state").json()["lock"]?.string().contains("custodian") == true)
    let draft = #"{"task":"\#(hash)","number":1,"activeMs":0,"answers":{},"origin":{}}"#
    let saved = bench.ask("POST", "/api/projects/\(desk.project.hex)/draft", draft)
    #expect(saved.status == 200, "what was typed before is taken")
    bench.ask("POST", "/api/custodian/sign-out", "{}")
    #expect(bench.ask("GET", "/api/projects").status == 200)
  }

  @Test("Nobody signs in beside the custodian")
  func nobodySignsIn() {
    bench.unlock()
    #expect(bench.signIn().status == 423)
  }

  @Test("A stick waits until a page at work has had time to hand in what was typed last")
  func waitsForDrafts() throws {
    bench.signIn()
    bench.unlock()
    let start = #"{"stick":"/media/KINGSTON","direction":"both"}"#
    let early = bench.ask("POST", "/api/custodian/exchange-start", start)
    #expect(early.status == 409)
    #expect(early.code == "draft-time")
    bench.pass(CustodianPages.draftTime)
    #expect(bench.ask("POST", "/api/custodian/exchange-start", start).status == 200)
    let draft = bench.ask("POST", "/api/projects/\(desk.project.hex)/draft", "{}")
    #expect(draft.status == 423, "a store is open once")
  }

  @Test("In the middle of a stick nobody is signed out and nobody takes the seat")
  func staysDuringAStick() throws {
    bench.unlock()
    let start = #"{"stick":"/media/KINGSTON","direction":"both"}"#
    #expect(bench.ask("POST", "/api/custodian/exchange-start", start).status == 200)
    bench.pass(70_000)
    bench.workbench.closeIfIdle()
    #expect(bench.ask("GET", "/api/custodian/exchange").status == 200)
    #expect(bench.ask("POST", "/api/custodian/sign-out", "{}").status == 409)
    #expect(bench.unlock().status == 409)
    custodian.state.withLock { $0.script = Array(FakeRoom.script.suffix(1)) }
    #expect(bench.ask("GET", "/api/custodian/exchange").status == 200)
    #expect(bench.ask("POST", "/api/custodian/sign-out", "{}").status == 200)
  }

  @Test("Who gives no sign is signed out, whatever the page asks by itself")
  func idle() {
    bench.unlock()
    bench.pass(40_000)
    #expect(bench.ask("GET", "/api/custodian/sticks").status == 200)
    bench.pass(30_000)
    #expect(bench.ask("GET", "/api/custodian/room").status == 401)
    #expect(custodian.state.withLock { $0.closed } == 1)
  }

  @Test("Who signs in a second time ends the first session")
  func second() throws {
    bench.unlock()
    let first = try #require(bench.token("airlock-custodian-4711"))
    bench.unlock()
    #expect(custodian.state.withLock { $0.closed } == 1)
    let old = bench.ask("GET", "/api/custodian/room") {
      $0.set("cookie", "airlock-custodian-4711=\(first)")
    }
    #expect(old.status == 401)
  }

  @Test("Beside a network nothing crosses the gap and nobody is added")
  func network() {
    bench.unlock()
    bench.service.setLock("A network connection is up: wlan0.")
    #expect(bench.ask("GET", "/api/custodian/room").status == 200)
    for path in ["exchange-start", "trust", "card-file", "person", "grant"] {
      #expect(bench.ask("POST", "/api/custodian/\(path)", "{}").status == 423)
    }
  }
}
