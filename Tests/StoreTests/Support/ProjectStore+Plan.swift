@testable import Store

extension ProjectStore {
  /// How SQLite would answer a query, a line for each table.
  func plan(of query: String) throws -> [String] {
    let bound = query.replacing(/\?\d*/, with: "x'00'")
    return try read {
      try $0.sql.rows("EXPLAIN QUERY PLAN " + bound).map { try $0.text(3) }
    }
  }
}
