extension ProjectTransaction {
  /// How many acts lie behind the leaves that the lab has receipted.
  public func unacknowledgedActs() throws -> Int64 {
    try sql.first(
      "SELECT COUNT(*) FROM acts WHERE leaf >= ?", .integer(try integer(.receiptedSize) ?? 0))?
      .integer(0) ?? 0
  }

  /// How many drafts there are, of everybody.
  public func draftCount() throws -> Int64 {
    try sql.first("SELECT COUNT(*) FROM drafts")?.integer(0) ?? 0
  }
}
