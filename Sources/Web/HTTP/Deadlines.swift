/// How long a client may take, in milliseconds, before its connection is dropped.
struct Deadlines: Sendable {
  /// From the connection's start to its first request, and from a request's head to its end.
  var request: Int64 = 15_000
  /// Between the end of a response and the next request.
  var idle: Int64 = 75_000
  /// To take in a response.
  var response: Int64 = 30_000
}
