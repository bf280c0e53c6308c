import Testing
import Vocabulary

@testable import Web

/// The server on a real socket: limits, manners, ends.
@Suite(.timeLimit(.minutes(1)))
struct ServerTests {
  private let service: FakeService
  private let server: RunningServer

  init() throws {
    service = FakeService([try FakeProjects.comparison()])
    var options = WorkbenchOptions()
    options.deadlines = Deadlines(request: 300, idle: 300, response: 2_000)
    server = try WorkbenchServer.start(
      service: service, context: BrowserTests.context, options: options)
  }

  private var host: String { "127.0.0.1:\(server.port)" }

  private func ask(_ text: String, body: String = "") -> String {
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.send(text.replacing("HOST", with: host).replacing("\n", with: "\r\n") + body)
    return client.readToEnd()
  }

  private func post(_ path: String, _ headers: String) -> String {
    "POST \(path) HTTP/1.1\nHost: HOST\nOrigin: http://HOST\n\(headers)\n\n"
  }

  @Test("A page is served, with its length and the policy, and HTTP/1.0 may ask too")
  func page() {
    let response = ask("GET / HTTP/1.0\nHost: HOST\n\n")
    #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(response.contains("content-security-policy: default-src 'none'"))
    #expect(response.contains("cache-control: no-store"))
    #expect(response.hasSuffix("</html>\n"))
  }

  @Test("The listener is on 127.0.0.1 alone")
  func loopbackOnly() {
    defer { server.stop() }
    #expect(server.url == "http://127.0.0.1:\(server.port)/")
  }

  @Test("Requests of a connection are answered in their order")
  func pipelined() {
    defer { server.stop() }
    let client = RawClient(port: server.port)
    let one = "GET /api/state HTTP/1.1\r\nHost: \(host)\r\n\r\n"
    client.send(one + one.replacing("/api/state", with: "/nothing"))
    #expect(client.readResponse().contains("Room 7"))
    #expect(client.readResponse().contains("not-found"))
  }

  @Test("What isn't HTTP is refused in HTTP, with the policy")
  func notHTTP() {
    let response = ask("\u{16}\u{03}\u{01} hello\n\n")
    #expect(response.hasPrefix("HTTP/1.1 400"))
    #expect(response.contains("content-security-policy"))
    #expect(response.contains("connection: close"))
  }

  @Test("A header that is too long, or has too many lines, is 431")
  func longHead() {
    let long = String(repeating: "a", count: 17_000)
    #expect(ask("GET / HTTP/1.1\nHost: HOST\nX: \(long)\n\n").hasPrefix("HTTP/1.1 431"))
  }

  @Test func manyHeaderLines() {
    let many = (0..<70).map { "X\($0): y\n" }.joined()
    #expect(ask("GET / HTTP/1.1\nHost: HOST\n\(many)\n").hasPrefix("HTTP/1.1 431"))
  }

  @Test("A head beyond the parser's own limit ends the connection; the server lives on")
  func endlessHead() {
    let client = RawClient(port: server.port)
    client.send("GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 300_000))
    _ = client.readToEnd()
    #expect(ask("GET / HTTP/1.0\nHost: HOST\n\n").hasPrefix("HTTP/1.1 200"))
  }

  @Test("A body that is announced too long is refused before it comes")
  func announcedTooLong() {
    let response = ask(post("/api/sign-in", "Content-Length: 70000"))
    #expect(response.hasPrefix("HTTP/1.1 413"))
  }

  @Test("A body that grows too long in chunks is refused on the way")
  func chunkedTooLong() {
    let chunk = "4000\r\n" + String(repeating: "a", count: 0x4000) + "\r\n"
    let response = ask(
      post("/api/sign-in", "Transfer-Encoding: chunked"),
      body: String(repeating: chunk, count: 6))
    #expect(response.hasPrefix("HTTP/1.1 413"))
  }

  @Test("A GET has no body")
  func bodyOfGet() {
    let response = ask("GET /api/state HTTP/1.1\nHost: HOST\nContent-Length: 1\n\nx")
    #expect(response.hasPrefix("HTTP/1.1 413"))
  }

  @Test("Two lengths, or a length and chunks, which proxies read differently, are refused")
  func smuggling() {
    let both = ask(
      post("/api/sign-in", "Content-Length: 5\nTransfer-Encoding: chunked"), body: "0\r\n\r\n")
    #expect(both.hasPrefix("HTTP/1.1 400"))
  }

  @Test("A client that sends its header, or its body, drop by drop is dropped")
  func slow() {
    defer { server.stop() }
    for start in [
      "", "GET / HTT", "POST /api/sign-in HTTP/1.1\r\nHost: \(host)\r\nContent-Length: 9\r\n\r\na",
    ] {
      let client = RawClient(port: server.port)
      client.send(start)
      #expect(client.readToEnd().isEmpty)
    }
  }

  @Test("A connection that stays idle after a response is dropped")
  func idle() {
    defer { server.stop() }
    let client = RawClient(port: server.port)
    client.send("GET /nothing HTTP/1.1\r\nHost: \(host)\r\n\r\n")
    #expect(client.readToEnd().hasPrefix("HTTP/1.1 404"))
  }

  @Test("More connections than there may be are turned away; those that are there work")
  func tooManyConnections() {
    defer { server.stop() }
    let kept = RawClient(port: server.port)
    kept.send("GET /nothing HTTP/1.1\r\nHost: \(host)\r\n\r\n")
    #expect(kept.readResponse().contains("not-found"))
    let others = (0..<WebLimits.connections).map { _ in RawClient(port: server.port) }
    #expect(others.last?.readToEnd() == "")
    kept.send("GET /nothing HTTP/1.1\r\nHost: \(host)\r\n\r\n")
    #expect(kept.readResponse().contains("not-found"))
  }

  @Test("Stopping signs out who is signed in, once, and frees the port")
  func stop() throws {
    let client = RawClient(port: server.port)
    let body = "\(FakeService.name)\n\(FakeService.passphrase)"
    client.send(
      "POST /api/sign-in HTTP/1.1\r\nHost: \(host)\r\nOrigin: http://\(host)\r\n"
        + "Content-Type: application/octet-stream\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        + body)
    #expect(client.readResponse().contains("set-cookie: airlock-\(server.port)="))
    server.stop()
    server.stop()
    #expect(service.sessions.map(\.isClosed) == [true])
    var options = WorkbenchOptions()
    options.port = server.port
    let again = try WorkbenchServer.start(
      service: service, context: BrowserTests.context, options: options)
    again.stop()
  }

  @Test("A port that is taken is an error, not a trap")
  func portTaken() {
    defer { server.stop() }
    var options = WorkbenchOptions()
    options.port = server.port
    #expect(throws: (any Error).self) {
      try WorkbenchServer.start(
        service: service, context: BrowserTests.context, options: options)
    }
  }
}
