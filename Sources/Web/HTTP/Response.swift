import StrictJSON

/// A whole response. Security headers are not here: `SecurityHeaders` adds them to every one.
struct Response: Sendable {
  var status: Int
  var headers: [(name: String, value: String)]
  var body: [UInt8]

  /// A response with a body of the given media type.
  init(_ status: Int, type: String, _ body: [UInt8]) {
    self.status = status
    headers = [(name: "content-type", value: type)]
    self.body = body
  }

  /// The value of a header, for tests and for what adds to it.
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// A JSON object as a response.
  static func json(_ status: Int = 200, _ build: (inout JSONWriter) -> Void) -> Response {
    var writer = JSONWriter()
    writer.object(build)
    return Response(status, type: "application/json; charset=utf-8", writer.bytes)
  }

  /// A refusal as JSON: a code for the page, a line for the person.
  static func problem(_ problem: Problem) -> Response {
    var response = json(problem.status) { object in
      object.member("error", problem.code)
      object.member("line", problem.line)
      if let pointer = problem.pointer { object.member("pointer", pointer) }
    }
    if let allow = problem.allow { response.headers.append((name: "allow", value: allow)) }
    return response
  }
}
