import StrictJSON
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// What the custodian's addresses take and give.
struct CustodianRouteTests {
  let custodian = FakeCustodian(overview: FakeRoom.busy)
  let bench: TestBench

  init() throws {
    bench = TestBench([try FakeProjects.comparison()], custodian: custodian)
    bench.unlock()
  }

  @Test("An empty machine shows the page that makes a room, and makes it once")
  func firstRun() throws {
    let bench = TestBench([], custodian: FakeCustodian(room: nil))
    let first = String(decoding: bench.ask("GET", "/").body, as: UTF8.self)
    #expect(first.contains("/js/custodian/main.js"))
    let made = bench.ask("POST", "/api/custodian/make", "Room 9\nseven brave little words of mine")
    {
      $0.set("content-type", "application/octet-stream")
    }
    #expect(try made.json()["room"]?.string() == "Room 9")
    #expect(bench.ask("GET", "/api/custodian/room").status == 200)
    let again = bench.ask("POST", "/api/custodian/make", "Room 10\nseven brave little words") {
      $0.set("content-type", "application/octet-stream")
    }
    #expect(again.code == "has-room")
    let page = String(decoding: bench.ask("GET", "/").body, as: UTF8.self)
    #expect(page.contains("/js/main.js"))
  }

  @Test("Without a custodian's side there are no such addresses")
  func absent() throws {
    let bench = TestBench([try FakeProjects.comparison()])
    #expect(bench.ask("GET", "/custodian").status == 404)
    #expect(bench.ask("GET", "/api/custodian/state").status == 404)
  }

  @Test("Only the addresses that there are, each with its one method")
  func addresses() {
    #expect(bench.ask("GET", "/custodian/people").status == 200)
    #expect(bench.ask("GET", "/custodian/people/x").status == 404)
    #expect(bench.ask("GET", "/api/custodian/nothing").status == 404)
    #expect(bench.ask("GET", "/api/custodian/room/x").status == 404)
    #expect(bench.ask("POST", "/api/custodian/room", "{}").status == 405)
    #expect(bench.ask("GET", "/api/custodian/grant").status == 405)
  }

  @Test("The overview holds counts and names, and the line about the lease")
  func overview() throws {
    let room = try bench.ask("GET", "/api/custodian/room").json()
    let heron = try #require(room["projects"]?.element(0))
    #expect(try heron["codename"]?.string() == "heron")
    #expect(try heron["answers"]?.integer() == 37)
    #expect(try heron["lease"]?["days"]?.integer() == 2)
    #expect(try heron["grants"]?.element(0)?["left"]?.integer() == 83)
    #expect(heron["pause"]?.isNull == true)
    #expect(try heron["awaitsAcceptance"]?.bool() == false)
    #expect(try room["projects"]?.element(1)?["awaitsAcceptance"]?.bool() == true)
    let pause = room["projects"]?.element(1)?["pause"]
    #expect(try pause?["text"]?.string() == "We look into a leak.")
    #expect(room["alarms"]?.element(3)?["acknowledgedAt"]?.isNull == true)
  }

  @Test("A grant is given and taken back; the reply says how much was seen")
  func grants() throws {
    let body = #"{"name":"Ann","project":"\#(FakeRoom.heron.hex)"}"#
    let back = bench.ask("POST", "/api/custodian/revoke", body)
    #expect(try back.json()["shown"]?.integer() == 38)
    #expect(custodian.state.withLock { $0.overview.projects[0].grants.count } == 1)
    #expect(bench.ask("POST", "/api/custodian/grant", body).status == 200)
    #expect(custodian.state.withLock { $0.overview.projects[0].grants.count } == 2)
  }

  @Test("A person is added with bytes that no JSON parser sees")
  func person() {
    let json = bench.ask("POST", "/api/custodian/person", #"{"name":"eve"}"#)
    #expect(json.status == 400)
    let added = bench.ask("POST", "/api/custodian/person", "eve\nfive small words for eve") {
      $0.set("content-type", "application/octet-stream")
    }
    #expect(added.status == 200)
    #expect(custodian.state.withLock { $0.overview.people.last } == "eve")
    #expect(bench.ask("POST", "/api/custodian/name", #"{"name":"eve"}"#).status == 422)
  }

  @Test("Limits: a long path, a long body, members that aren't ours, a direction that isn't one")
  func limits() {
    let long = String(repeating: "x", count: WebLimits.words + 1)
    #expect(bench.ask("POST", "/api/custodian/look", #"{"stick":"\#(long)"}"#).status == 400)
    let huge = String(repeating: " ", count: WebLimits.small + 1)
    #expect(bench.ask("POST", "/api/custodian/look", huge).status == 413)
    #expect(bench.ask("POST", "/api/custodian/told", "").status == 200)
    #expect(bench.ask("POST", "/api/custodian/look", #"{"stick":"/m","more":1}"#).status == 400)
    let sideways = #"{"stick":"/media/KINGSTON","direction":"sideways"}"#
    #expect(bench.ask("POST", "/api/custodian/exchange-start", sideways).status == 400)
  }

  @Test("A fingerprint that differs says in which groups, and never shows the file's own")
  func trust() throws {
    let typed = "0000" + FakeCustodian.fingerprint.dropFirst(4)
    let body = #"{"stick":"/m","file":"lab.trust","fingerprint":"\#(typed)","lab":""}"#
    let response = bench.ask("POST", "/api/custodian/trust", body)
    #expect(try response.json()["differs"]?.element(0)?.integer() == 1)
    #expect(!String(decoding: response.body, as: UTF8.self).contains("3f2a"))
  }

  @Test("An alarm is acknowledged once it is there")
  func alarms() {
    let there = #"{"project":"\#(FakeRoom.heron.hex)","alarm":4}"#
    let missing = #"{"project":"\#(FakeRoom.heron.hex)","alarm":99}"#
    #expect(bench.ask("POST", "/api/custodian/acknowledge", there).status == 200)
    #expect(bench.ask("POST", "/api/custodian/acknowledge", missing).status == 422)
    #expect(custodian.state.withLock { $0.overview.alarms[3].acknowledgedAt } == FakeRoom.day)
  }

  @Test("A wipe says what it would lose, and loses it only when told to")
  func wipe() throws {
    let plan = bench.ask(
      "POST", "/api/custodian/wipe-outline", #"{"project":"\#(FakeRoom.heron.hex)"}"#)
    #expect(try plan.json()["unacknowledged"]?.integer() == 37)
    let careful = #"{"project":"\#(FakeRoom.heron.hex)","losingResults":false}"#
    #expect(bench.ask("POST", "/api/custodian/wipe", careful).status == 500)
    #expect(custodian.state.withLock { $0.overview.projects.count } == 2)
    let sure = careful.replacing("false", with: "true")
    #expect(bench.ask("POST", "/api/custodian/wipe", sure).status == 200)
    #expect(custodian.state.withLock { $0.overview.projects.count } == 1)
  }

  @Test("An exchange is told step by step, with its counts, to its end")
  func exchange() throws {
    custodian.state.withLock { $0.script = FakeRoom.script }
    bench.ask(
      "POST", "/api/custodian/exchange-start", #"{"stick":"/media/KINGSTON","direction":"both"}"#)
    var phases: [String] = []
    for _ in 0...FakeRoom.script.count {
      let now = try #require(try bench.ask("GET", "/api/custodian/exchange").json()["exchange"])
      phases.append(try now["phase"]?.string() ?? "")
    }
    #expect(phases.first == "running")
    #expect(phases.last == "done")
    bench.ask("POST", "/api/custodian/exchange-dismiss", "{}")
    #expect(try bench.ask("GET", "/api/custodian/exchange").json()["exchange"]?.isNull == true)
  }
}
