import Glibc
public import Vocabulary

/// Standard output and standard error of a command.
public enum Output {
  /// Writes `bytes` to standard output, all of them.
  ///
  /// - Throws: `Failure` with status 1 when standard output can't take them: a closed pipe, a full
  ///   disk.
  public static func write(_ bytes: [UInt8]) throws(Failure) {
    guard writeAll(bytes, to: STDOUT_FILENO) else {
      throw Failure(.refused, "standard output: \(reason(errno))")
    }
  }

  /// One line for people, made inert for terminals.
  public static func line(_ text: String) throws(Failure) {
    try write(Array(Inert.text(text).utf8) + [0x0A])
  }

  /// What a command found: as one JSON object for programs, else as lines for people.
  public static func show(
    _ report: Report, json: Bool, lines: [String]? = nil
  ) throws(Failure) {
    if json { return try write(report.json + [0x0A]) }
    for text in lines ?? report.lines { try line(text) }
  }

  /// One line on standard error. A closed standard error is ignored: nobody is there to be told.
  public static func complain(_ text: String) {
    _ = writeAll(Array(Inert.text(text).utf8) + [0x0A], to: STDERR_FILENO)
  }

  /// The system's words for an error number.
  static func reason(_ number: CInt) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count > 0 {
        done += count
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
