import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@testable import Web

/// Addresses that exist, and those that don't.
struct RouteTests {
  let bench: TestBench
  let desk: FakeDesk

  init() throws {
    desk = try FakeProjects.comparison()
    bench = TestBench([desk])
    bench.signIn()
  }

  @Test("What isn't an address of ours is 404, however it is spelled")
  func unknown() {
    let project = desk.project.hex
    for path in [
      "/x", "//", "/api", "/api/", "/api/nothing", "/css/", "/css/../page.html", "/page.html",
      "/css/%2e%2e/page.html", "/files/page.html", "/p", "/p/x", "/p/\(project)/0", "/icon.svg/",
      "/p/\(project)/1/2", "/api/projects/", "/api/projects/\(project.uppercased())x",
      "/api/projects/\(project)/tasks", "/api/projects/\(project)/tasks/01",
      "/api/projects/\(project)/tasks/-1", "/api/projects/\(project)/tasks/9999999999999999999",
      "/api/projects/\(project)/assets/abc", "/api/projects/\(project)/erase",
    ] {
      #expect(bench.ask("GET", path).status == 404, "\(path)")
    }
  }

  @Test("The wrong method is 405 and names the right one")
  func wrongMethod() {
    for (method, path, allowed) in [
      ("POST", "/", "GET"), ("HEAD", "/", "GET"), ("DELETE", "/css/base.css", "GET"),
      ("GET", "/api/sign-in", "POST"), ("PUT", "/api/projects", "GET"),
      ("GET", "/api/projects/\(desk.project.hex)/submit", "POST"),
    ] {
      let response = bench.ask(method, path) {
        $0.set("origin", "http://127.0.0.1:\(TestBench.port)")
      }
      #expect(response.status == 405)
      #expect(response.header("allow") == allowed)
    }
  }

  @Test("A project without a grant is not permitted, a task beyond the end is not there")
  func notThere() {
    let other = String(repeating: "9", count: 32)
    #expect(bench.ask("GET", "/api/projects/\(other)/tasks/1").status == 403)
    #expect(bench.ask("GET", "/api/projects/\(desk.project.hex)/tasks/4").status == 404)
  }

  @Test("The next open task goes round once, and there may be none")
  func next() throws {
    let path = "/api/projects/\(desk.project.hex)/next?after="
    #expect(try bench.ask("GET", path + "0").json()["position"]?.integer() == 1)
    #expect(try bench.ask("GET", path + "3").json()["position"]?.integer() == 1)
    for position in 1...3 { _ = try desk.skip(hash(position), text: "x", activeMs: 0) }
    #expect(try bench.ask("GET", path + "1").json()["position"]?.isNull == true)
    for query in ["", "?after=", "?after=-1", "?before=1", "?after=1&x=2"] {
      #expect(
        bench.ask("GET", "/api/projects/\(desk.project.hex)/next" + query).status == 400)
    }
  }

  @Test("A page file has its media type, and the page itself any address of a task")
  func files() {
    for (path, type) in [
      ("/", "text/html; charset=utf-8"), ("/p/\(desk.project.hex)/12", "text/html; charset=utf-8"),
      ("/css/base.css", "text/css; charset=utf-8"), ("/icon.svg", "image/svg+xml"),
      ("/js/task/page.js", "text/javascript; charset=utf-8"),
    ] {
      let response = bench.ask("GET", path)
      #expect(response.status == 200)
      #expect(response.header("content-type") == type)
    }
  }

  @Test("An image has its type; whatever else lies there is bytes, and no script of it runs")
  func assets() throws {
    let png = Digest(unchecked: [UInt8](repeating: 1, count: 32))
    let page = Digest(unchecked: [UInt8](repeating: 2, count: 32))
    let desk = try FakeDesk(
      id: 5, schema: self.desk.schema.leavingBytes, lines: [],
      assets: [
        png: ("image/png", [1, 2]), page: ("image/svg+xml", Array("<script>".utf8)),
      ])
    let bench = TestBench([desk])
    bench.signIn()
    let shown = bench.ask("GET", "/api/projects/\(desk.project.hex)/assets/\(png.hex)")
    #expect(shown.header("content-type") == "image/png")
    let other = bench.ask("GET", "/api/projects/\(desk.project.hex)/assets/\(page.hex)")
    #expect(other.header("content-type") == "application/octet-stream")
    #expect(other.header("content-security-policy")?.contains("sandbox") == true)
  }

  private func hash(_ position: Int) throws -> Digest {
    try #require(try desk.task(at: position)).task
  }
}
