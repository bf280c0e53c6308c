import AnnotationModel

extension ProjectTransaction {
  /// When the newest archive was sealed to go out, milliseconds since 1970 UTC; nil before the
  /// first.
  public func lastTakenOut() throws -> Int64? {
    guard let export = try lastExport(), export.size > 0 else { return nil }
    return try log.line(export.size - 1).map { try Leaf(parsing: $0).at }
  }
}
