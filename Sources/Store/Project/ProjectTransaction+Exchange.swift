import AnnotationModel
public import Vocabulary

/// A bundle or order that was taken in.
public struct StoredBundle: Sendable {
  /// Its number in its direction, from 1.
  public let sequence: Int64
  /// SHA-256 of its manifest.json.
  public let manifest: Digest
}

/// An archive that was sealed and may have gone out.
public struct StoredExport: Sendable {
  /// Its number in its direction, from 1.
  public let sequence: Int64
  /// Its first leaf.
  public let from: Int64
  /// The log's size, the `export` leaf counted.
  public let size: Int64
  /// The log's root at that size.
  public let root: Digest
  /// What the lab echoes once it has read the archive.
  public let nonce: ID
  /// SHA-256 of its note.
  public let note: Digest
  /// SHA-256 of its sealed file.
  public let archive: Digest

  /// What is written about an archive when it is sealed.
  public init(
    sequence: Int64, from: Int64, size: Int64, root: Digest, nonce: ID, note: Digest,
    archive: Digest
  ) {
    self.sequence = sequence
    self.from = from
    self.size = size
    self.root = root
    self.nonce = nonce
    self.note = note
    self.archive = archive
  }
}

extension ProjectTransaction {
  /// The newest bundle or order; nil before the first.
  public func lastBundle() throws -> StoredBundle? {
    let row = try sql.first(
      "SELECT sequence, manifest FROM bundles ORDER BY sequence DESC LIMIT 1")
    return try row.map { StoredBundle(sequence: try $0.integer(0), manifest: try $0.digest(1)) }
  }

  /// Whether a bundle with this manifest was taken in.
  public func hasBundle(manifest: Digest) throws -> Bool {
    try sql.first("SELECT 1 FROM bundles WHERE manifest = ?", .blob(manifest.bytes)) != nil
  }

  /// Writes down that a bundle was taken in.
  public func insertBundle(
    sequence: Int64, manifest: Digest, kind: String, issued: Int64
  ) throws {
    try sql.run(
      "INSERT INTO bundles VALUES (?, ?, ?, ?)", .integer(sequence), .blob(manifest.bytes),
      .text(kind), .integer(issued))
  }

  /// Keeps an order's bytes, so that people can read it.
  public func insertOrder(sequence: Int64, body: [UInt8]) throws {
    try sql.run("INSERT INTO orders VALUES (?, ?)", .integer(sequence), .blob(body))
  }

  /// Writes down an archive; the note that an interrupted try left under this number goes.
  public func insertExport(_ export: StoredExport) throws {
    try sql.run(
      "INSERT INTO exports(sequence, first, size, root, nonce, note, archive) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?)",
      .integer(export.sequence), .integer(export.from), .integer(export.size),
      .blob(export.root.bytes), .blob(export.nonce.bytes), .blob(export.note.bytes),
      .blob(export.archive.bytes))
  }

  /// The newest archive.
  public func lastExport() throws -> StoredExport? {
    try sql.first(Self.exportColumns + "ORDER BY sequence DESC LIMIT 1").map(Self.export)
  }

  /// The archive of that number.
  public func export(_ sequence: Int64) throws -> StoredExport? {
    try sql.first(Self.exportColumns + "WHERE sequence = ?", .integer(sequence)).map(Self.export)
  }

  /// The archive whose manifest carried this nonce.
  public func export(nonce: ID) throws -> StoredExport? {
    try sql.first(Self.exportColumns + "WHERE nonce = ?", .blob(nonce.bytes)).map(Self.export)
  }

  /// Writes down that the lab has everything up to this archive.
  public func setReceipted(_ export: StoredExport) throws {
    try sql.run(
      "UPDATE exports SET receipted = 1 WHERE sequence <= ?", .integer(export.sequence))
    if export.size > (try integer(.receiptedSize) ?? 0) { try set(.receiptedSize, export.size) }
  }

  /// The highest number that the lab has receipted, 0 before the first.
  public func receiptedSequence() throws -> Int64 {
    try sql.first("SELECT coalesce(max(sequence), 0) FROM exports WHERE receipted = 1")?
      .integer(0) ?? 0
  }

  /// How many archives went out since the last receipt.
  public func unreceiptedExports() throws -> Int64 {
    try sql.first("SELECT COUNT(*) FROM exports WHERE receipted = 0")?.integer(0) ?? 0
  }

  /// Writes an alarm into the log and the custodian's list; `hash` is of the file that was refused.
  /// No byte of that enters.
  public func raiseAlarm(_ code: Refusal.Code, hash: Digest?, now: Int64) throws {
    let (at, code) = (try leafTime(now), code.rawValue)
    try append(Leaf(at: at, event: .alarm(code: code, hash: hash)))
    try sql.run(
      "INSERT INTO alarms(code, hash, at) VALUES (?, ?, ?)", .text(code),
      hash.map { .blob($0.bytes) } ?? .null, .integer(at))
  }

  /// How many alarms there are, and the newest one's code.
  public func alarms() throws -> (count: Int64, newest: String?) {
    let count = try sql.first("SELECT COUNT(*) FROM alarms")?.integer(0) ?? 0
    return (count, try sql.first("SELECT code FROM alarms ORDER BY id DESC LIMIT 1")?.text(0))
  }

  private static let exportColumns =
    "SELECT sequence, first, size, root, nonce, note, archive FROM exports "

  private static func export(_ row: SQLRow) throws -> StoredExport {
    guard let nonce = ID(bytes: try row.blob(4)) else {
      throw Refusal("store-damaged", "an archive's nonce in the store is not 16 bytes")
    }
    return try StoredExport(
      sequence: row.integer(0), from: row.integer(1), size: row.integer(2), root: row.digest(3),
      nonce: nonce, note: row.digest(5), archive: row.digest(6))
  }
}
