/// One step of a database's history: applied once, in order, each in its own transaction.
///
/// A step that has shipped never changes; another is added behind it.
public struct Migration: Sendable {
  /// Its name, unique within a database and kept there.
  public let name: String
  /// SQL statements, one each.
  public let statements: [String]

  /// A step with this name.
  public init(name: String, statements: [String]) {
    self.name = name
    self.statements = statements
  }
}
