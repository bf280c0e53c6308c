import Vocabulary

/// Every bound on what a browser, or something that poses as one, may send.
enum WebLimits {
  /// Bytes of a request's target and header lines together.
  static let head = 16 << 10
  /// Header lines of a request.
  static let headerLines = 64
  /// Bytes of a body that carries an answer or a draft: an act's body is no longer either.
  static let work = Limits.record
  /// Bytes of any other body: a name, a passphrase, a sentence for the lab.
  static let small = 64 << 10
  /// Unicode scalars of a reason or a question to the lab.
  static let note = 4_000
  /// Bytes of a name or a path.
  static let words = 4_096
  /// Connections at a time; a browser opens six.
  static let connections = 48
}
