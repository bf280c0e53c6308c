/// The rows of a query, read when they are asked for.
///
/// Valid inside the transaction that it was made in. What is written meanwhile to the tables that it
/// reads may or may not show in it.
public final class RowCursor {
  private let statement: PreparedStatement
  private var isOver = false

  init(_ statement: PreparedStatement, _ values: [SQLValue]) throws {
    self.statement = statement
    try statement.bind(values)
  }

  deinit { statement.reset() }

  /// The next row; nil after the last. Throws `StoreFailure`.
  public func next() throws -> SQLRow? {
    // SQLite would begin anew.
    guard !isOver, let row = try statement.step() else {
      isOver = true
      return nil
    }
    return row
  }
}
