import StrictJSON
import Testing
import Vocabulary

@testable import Web

/// What is a person's own: their work, hours, settings, and what they have read.
struct OwnRouteTests {
  let bench: TestBench
  let desk: FakeDesk

  init() throws {
    desk = try FakeProjects.comparison()
    bench = TestBench([desk])
    bench.signIn()
  }

  private func path(_ rest: String) -> String { "/api/projects/\(desk.project.hex)/\(rest)" }

  @Test("Nothing of it is given to who isn't signed in")
  func signedOut() {
    bench.ask("POST", "/api/sign-out")
    for (method, path) in [
      ("GET", "/api/settings"), ("POST", "/api/keep-settings"), ("GET", "/api/hours"),
      ("POST", path("mine")), ("GET", path("sittings")), ("GET", path("leaves")),
      ("GET", path("practice/1")), ("POST", path("read")), ("POST", path("time")),
    ] {
      #expect(bench.ask(method, path, method == "GET" ? nil : "{}").status == 401, "\(path)")
    }
  }

  @Test("The sections of guidelines are their headings, and asking for them begins no reading")
  func sections() throws {
    let text = "# All *of* it\n\n## How `sure`?\n\n> # quoted\n\n- # listed\n\nWords\n=====\n"
    let desk = try FakeProjects.comparison(guidelines: text)
    let bench = TestBench([desk])
    #expect(bench.ask("GET", "/api/projects/\(desk.project.hex)/sections").status == 401)
    bench.signIn()
    let answer = bench.ask("GET", "/api/projects/\(desk.project.hex)/sections")
    let headings = try answer.json()["sections"]?.elements.map { try $0.string() }
    #expect(headings == ["All of it", "How sure?", "Words"])
    _ = try bench.ask("GET", path("guidelines")).json()
    bench.pass(2_000)
    #expect(bench.ask("GET", path("sections")).status == 200)
    bench.pass(500)
    let hash = FakeDesk.guidelinesHash.hex
    bench.ask("POST", path("read"), #"{"guidelines":"\#(hash)","activeMs":900000}"#)
    #expect(desk.journal.notes == ["read: \(hash.prefix(8)) 2500"])
  }

  @Test("Settings come back as they were kept, and only an object is kept")
  func settings() throws {
    #expect(try bench.ask("GET", "/api/settings").json()["settings"]?.isNull == true)
    let kept = #"{"palette":"dark","keys":{"key.next":"Alt+n"}}"#
    #expect(bench.ask("POST", "/api/keep-settings", #"{"settings":\#(kept)}"#).status == 200)
    let token = try bench.ask("GET", "/api/settings").json()["settings"]?.token
    #expect(token.map(Array.init) == Array(kept.utf8))
    #expect(bench.ask("POST", "/api/keep-settings", #"{"settings":[1]}"#).status == 400)
    #expect(bench.ask("POST", "/api/keep-settings", #"{"more":1}"#).status == 400)
  }

  @Test("Own work: rows by mark, the questions beside them, nothing of the task")
  func mine() throws {
    let task = try bench.show(desk)
    bench.ask(
      "POST", path("submit"),
      #"{"task":"\#(task)","activeMs":1,"answers":{"better":{"winner":"tie"}},"origin":{}}"#)
    let all = bench.ask(
      "POST", path("mine"), #"{"marks":[],"search":"","after":0}"#)
    let page = try all.json()
    #expect(page["rows"]?.count == 3)
    #expect(try page["counts"]?["submitted"]?.integer() == 1)
    #expect(page["questions"]?.count == 1)
    #expect(!String(decoding: all.body, as: UTF8.self).contains("First"), "content of a task")
    let some = try bench.ask(
      "POST", path("mine"), #"{"marks":["submitted"],"search":"","after":0}"#
    ).json()
    #expect(some["rows"]?.count == 1)
    #expect(
      bench.ask("POST", path("mine"), #"{"marks":"new","search":"","after":0}"#).status == 400)
  }

  @Test("Time on a task is booked, never more than went by since it came up")
  func time() throws {
    let task = try bench.show(desk)
    bench.pass(4_000)
    let reply = try bench.ask("POST", path("time"), #"{"task":"\#(task)","activeMs":900000}"#)
      .json()
    #expect(try reply["activeMs"]?.integer() == 4_000)
    #expect(desk.journal.time.values.map { $0 } == [4_000])
  }

  @Test("Reading is an act with the time it took; a notice is read by its name")
  func read() throws {
    let hash = FakeDesk.guidelinesHash.hex
    let shown = try bench.ask("GET", path("guidelines")).json()
    #expect(try shown["hash"]?.string() == hash)
    bench.pass(2_500)
    bench.ask("POST", path("read"), #"{"guidelines":"\#(hash)","activeMs":900000}"#)
    bench.ask("POST", path("read"), #"{"notice":"\#(hash)"}"#)
    #expect(desk.journal.notes == ["read: \(hash.prefix(8)) 2500", "noted: \(hash.prefix(8))"])
    #expect(bench.ask("POST", path("read"), "{}").status == 400)
  }

  @Test("What comes before a new task is 428 with its code")
  func notYet() {
    let problem = Problem(WorkbenchFault(.guidelines, "Read the changes first."))
    #expect(problem.status == 428 && problem.code == "guidelines")
    #expect(Problem(WorkbenchFault(.practice, "Practise first.")).code == "practice")
  }

  @Test("Hours and leaves from a moment on; a query of another form is refused")
  func numbers() throws {
    let hours = try bench.ask("GET", "/api/hours?since=0").json()
    #expect(hours["projects"]?.count == 1)
    #expect(try bench.ask("GET", path("leaves?from=4")).json()["leaves"]?.count == 2)
    for query in [
      "", "?since=", "?since=-1", "?from=1", "?since=1&a=2", "?since=99999999999999999",
    ] {
      #expect(bench.ask("GET", "/api/hours\(query)").status == 400, "\(query)")
    }
  }

  @Test("Pages of one's own are addresses of the page; others don't exist")
  func addresses() {
    let project = "/p/\(desk.project.hex)"
    for path in [
      "/me/hours", "/me/settings", "\(project)/work", "\(project)/changes",
      "\(project)/practice", "\(project)/practice/2",
    ] {
      #expect(Route(path: path) == .page, "\(path)")
    }
    for path in [
      "/me", "/me/", "/me/other", "\(project)/work/1", "\(project)/practice/0",
      "\(project)/practice/1/2", "\(project)/other",
    ] {
      #expect(Route(path: path) == nil, "\(path)")
    }
  }
}
