import NIOHTTP1

/// The head of a response in NIO's form.
enum ResponseHead {
  static func make(_ response: Response, keepAlive: Bool) -> HTTPResponseHead {
    var headers = HTTPHeaders()
    for (name, value) in response.headers { headers.add(name: name, value: value) }
    headers.add(name: "content-length", value: String(response.body.count))
    headers.add(name: "connection", value: keepAlive ? "keep-alive" : "close")
    return HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
  }
}
