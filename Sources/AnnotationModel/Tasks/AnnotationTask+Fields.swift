public import StrictJSON

extension AnnotationTask {
  /// The `fields` object of a task's line, as it stands there: each token is the lab's own.
  ///
  /// The line must be one that was validated before; throws `JSONFault` for anything else.
  public static func fieldsToken(of line: [UInt8]) throws(JSONFault) -> [UInt8] {
    Array(try JSONDocument(line).root.require("fields").token)
  }
}
