public import Vocabulary

/// The versions of a project's guidelines, and which of them a person knows.
extension ProjectTransaction {
  /// Keeps guidelines. Others than the newest become the newest version; the same ones again change
  /// nothing.
  public func insertGuidelines(hash: Digest, body: [UInt8]) throws {
    try sql.run("INSERT OR IGNORE INTO guidelines VALUES (?, ?)", .blob(hash.bytes), .blob(body))
    guard try newestGuidelinesHash() != hash else { return }
    try sql.run("INSERT INTO guideline_versions(hash) VALUES (?)", .blob(hash.bytes))
  }

  /// The guidelines of that hash.
  public func guidelines(_ hash: Digest) throws -> [UInt8]? {
    try sql.first("SELECT body FROM guidelines WHERE hash = ?", .blob(hash.bytes))?.blob(0)
  }

  /// The guidelines in force.
  public func newestGuidelines() throws -> (hash: Digest, body: [UInt8])? {
    let row = try sql.first(
      "SELECT g.hash, g.body FROM guideline_versions v JOIN guidelines g ON g.hash = v.hash "
        + "ORDER BY v.version DESC LIMIT 1")
    return try row.map { (try $0.digest(0), try $0.blob(1)) }
  }

  /// The hash of the guidelines in force.
  public func newestGuidelinesHash() throws -> Digest? {
    try sql.first("SELECT hash FROM guideline_versions ORDER BY version DESC LIMIT 1")?.digest(0)
  }

  /// The guidelines that were in force before those of that hash; nil for the first.
  public func guidelinesBefore(_ hash: Digest) throws -> [UInt8]? {
    try sql.first(
      "SELECT g.body FROM guideline_versions v JOIN guidelines g ON g.hash = v.hash "
        + "WHERE v.version < (SELECT max(version) FROM guideline_versions WHERE hash = ?) "
        + "ORDER BY v.version DESC LIMIT 1", .blob(hash.bytes))?.blob(0)
  }

  /// The number under which guidelines came last, from 1; nil for those that never did.
  public func guidelinesVersion(_ hash: Digest) throws -> Int64? {
    try sql.first(
      "SELECT max(version) FROM guideline_versions WHERE hash = ?", .blob(hash.bytes)
    )?.optionalInteger(0)
  }

  /// The guidelines that a person works by: those that their newest act on a page names. A `read`
  /// act names the newest, so whoever hasn't read those goes on under the ones before.
  public func guidelinesKnown(to person: ID) throws -> Digest? {
    try sql.first(Self.knownGuidelines, .blob(person.bytes))?.digest(0)
  }

  /// Whether the person has said of an order that they read it.
  public func hasRead(_ notice: Digest, person: ID) throws -> Bool {
    try sql.first(Self.readNotice, .blob(person.bytes), .blob(notice.bytes)) != nil
  }

  static let knownGuidelines =
    "SELECT guidelines FROM deeds WHERE person = ? AND scripted = 0 ORDER BY at DESC, leaf DESC "
    + "LIMIT 1"
  static let readNotice =
    "SELECT 1 FROM deeds WHERE person = ? AND kind = 'read' AND notice = ?"
}
