import StrictJSON
import Testing
import Vocabulary

@testable import Web

/// Drafts, answers, and what is said about a task.
struct ActTests {
  let bench: TestBench
  let desk: FakeDesk
  let task: String

  init() throws {
    desk = try FakeProjects.comparison()
    bench = TestBench([desk])
    bench.signIn()
    task = try bench.show(desk)
  }

  private func post(_ act: String, _ body: String, tab: String = TestBench.tab) -> Response {
    bench.ask("POST", "/api/projects/\(desk.project.hex)/\(act)", body) {
      $0.set("airlock-tab", tab)
    }
  }

  private func draft(_ number: Int, answers: String = "{}", activeMs: Int = 0) -> String {
    #"{"task":"\#(task)","number":\#(number),"activeMs":\#(activeMs),"answers":\#(answers),"#
      + #""origin":{}}"#
  }

  @Test("A draft is stored before the reply, and the reply says what was stored")
  func draftReply() throws {
    let reply = try post("draft", draft(7, answers: #"{"why":"né"}"#)).json()
    #expect(try reply["number"]?.integer() == 7)
    #expect(try reply["length"]?.integer() == 13)
    #expect(try reply["savedAt"]?.integer() == 1_773_064_860_000)
    #expect(desk.journal.drafts.map(\.number) == [7])
  }

  @Test("An older draft is told the number that counts")
  func olderDraft() throws {
    _ = post("draft", draft(7))
    #expect(try post("draft", draft(3)).json()["number"]?.integer() == 7)
  }

  @Test("A draft comes back byte for byte with the task")
  func draftComesBack() throws {
    let answers = #"{"why":"half a \ud83d sentence\u0000","better":{"winner":"k2"}}"#
    _ = post("draft", draft(1, answers: answers))
    let view = try bench.ask("GET", "/api/projects/\(desk.project.hex)/tasks/1").json()
    let body = try #require(view["draft"]?["body"])
    #expect(body["answers"].map { Array($0.token) } == Array(answers.utf8))
  }

  @Test("A full disk is 507 with the desk's line; nothing else is claimed")
  func diskFull() throws {
    desk.fail(with: WorkbenchFault(.diskFull, "The disk is full."))
    let response = post("draft", draft(1))
    #expect(response.status == 507)
    #expect(response.code == "disk-full")
    #expect(try response.json()["line"]?.string() == "The disk is full.")
  }

  @Test("A second tab neither saves nor submits until it is told to take over")
  func secondTab() {
    let other = String(repeating: "cd", count: 16)
    #expect(post("draft", draft(1), tab: other).code == "other-tab")
    #expect(desk.journal.drafts.isEmpty)
    bench.ask("POST", "/api/tab", #"{"hold":true}"#) { $0.set("airlock-tab", other) }
    #expect(post("draft", draft(1), tab: other).status == 200)
    #expect(post("draft", draft(2)).code == "other-tab")
  }

  @Test("The last draft of a page that is going doesn't take its tab back")
  func lateDraft() {
    let other = String(repeating: "cd", count: 16)
    bench.ask("POST", "/api/tab", #"{"hold":false}"#)
    #expect(post("draft", draft(1)).status == 200)
    let shown = bench.ask("GET", "/api/projects/\(desk.project.hex)/tasks/1") {
      $0.set("airlock-tab", other)
    }
    #expect(shown.status == 200)
  }

  @Test("Answers reach the desk byte for byte")
  func submitExact() throws {
    let answers = #"{ "better":{"winner":"tie"} }"#
    let response = post(
      "submit", #"{"task":"\#(task)","activeMs":5,"answers":\#(answers),"origin":{}}"#)
    #expect(response.status == 200)
    #expect(desk.journal.submissions.map(\.answers) == [Array(answers.utf8)])
  }

  @Test("An answer that doesn't fit is 422 with its place, and nothing is stored")
  func submitWrong() throws {
    let response = post(
      "submit",
      #"{"task":"\#(task)","activeMs":5,"answers":{"better":{"winner":"k1","strength":1},"#
        + #""why":"short"},"origin":{}}"#)
    #expect(response.status == 422)
    #expect(try response.json()["pointer"]?.string() == "/why")
    #expect(desk.journal.submissions.isEmpty)
  }

  @Test("A page can't claim more time than went by since the task came up")
  func timeIsCapped() throws {
    bench.pass(4_000)
    let answers = #"{"better":{"winner":"tie"}}"#
    _ = post("submit", #"{"task":"\#(task)","activeMs":900000,"answers":\#(answers),"origin":{}}"#)
    bench.pass(1_000)
    _ = post("submit", #"{"task":"\#(task)","activeMs":900000,"answers":\#(answers),"origin":{}}"#)
    #expect(desk.journal.submissions.map(\.activeMs) == [4_000, 1_000])
  }

  @Test("Time noted with a draft counts in a later session, and can't be inflated on the way")
  func timeOfDrafts() throws {
    bench.pass(3_000)
    _ = post("draft", draft(1, activeMs: 900_000))
    bench.signIn()
    _ = try bench.show(desk)
    bench.pass(1_000)
    _ = post(
      "submit",
      #"{"task":"\#(task)","activeMs":900000,"answers":{"better":{"winner":"tie"}},"origin":{}}"#)
    #expect(desk.journal.submissions.map(\.activeMs) == [4_000])
  }

  @Test("A task that never came up has no time")
  func noTimeUnseen() throws {
    let unseen = try #require(try desk.task(at: 2)).task.hex
    bench.pass(5_000)
    _ = post(
      "submit",
      #"{"task":"\#(unseen)","activeMs":5000,"answers":{"better":{"winner":"tie"}},"origin":{}}"#)
    #expect(desk.journal.submissions.map(\.activeMs) == [0])
  }

  @Test("Skip, flag, ask and withdraw reach the desk; a note must say something, and not too much")
  func notes() {
    #expect(post("flag", #"{"task":"\#(task)","text":"cut off"}"#).status == 200)
    #expect(post("ask", #"{"task":null,"text":"May I?"}"#).status == 200)
    #expect(post("withdraw", #"{"task":"\#(task)"}"#).status == 200)
    #expect(post("skip", #"{"task":"\#(task)","text":"no","activeMs":0}"#).status == 200)
    #expect(desk.journal.notes == ["flag: cut off", "ask: May I?", "withdraw", "skip: no"])
    #expect(post("flag", #"{"task":"\#(task)","text":""}"#).status == 400)
    let long = String(repeating: "a", count: 4_001)
    #expect(post("flag", #"{"task":"\#(task)","text":"\#(long)"}"#).status == 400)
  }

  @Test("Bodies are read strictly: duplicates, strangers, wrong kinds, trailing bytes, other types")
  func strictBodies() {
    for body in [
      "", "[]", "{", #"{"task":"\#(task)","task":"\#(task)"}"#, #"{"task":"\#(task)"} x"#,
      #"{"task":"\#(task)","more":1}"#, #"{"task":1}"#, #"{"task":"AB"}"#, #"{}"#,
    ] {
      #expect(post("withdraw", body).status == 400, "\(body)")
    }
    let typed = bench.ask(
      "POST", "/api/projects/\(desk.project.hex)/withdraw", #"{"task":"\#(task)"}"#
    ) { $0.set("content-type", "text/plain") }
    #expect(typed.status == 400)
    for number in ["1.0", "1e3", "-1", "9007199254740992"] {
      let body = draft(1).replacing(#""number":1"#, with: #""number":\#(number)"#)
      #expect(post("draft", body).status == 400, "\(number)")
    }
    #expect(desk.journal.notes.isEmpty && desk.journal.drafts.isEmpty)
  }

  @Test("A body nested deeper than JSON may be, or longer than its address takes, is refused")
  func tooMuch() {
    let deep = String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
    #expect(post("draft", draft(1, answers: #"{"a":\#(deep)}"#)).status == 400)
    let long = String(repeating: " ", count: 70_000)
    #expect(post("flag", long).status == 413)
  }
}
