import AnnotationModel
import Store
import Vocabulary

/// The images of one project in lab.sqlite, for the length of one transaction.
struct Assets {
  let sql: SQL
  let project: ID

  /// What stands under a path of the project's `assets/`.
  enum Entry: Equatable {
    case image(Digest, type: String)
    /// Why it may not leave.
    case problem(String)
  }

  func at(_ path: String) throws -> Entry? {
    try sql.first(
      "SELECT sha256, type, problem FROM assets WHERE project = ? AND path = ?",
      .bytes(project), .text(path)
    ).map { row in
      if let problem = try row.optionalText(2) { return .problem(problem) }
      return .image(try row.digest(0), type: try row.text(1))
    }
  }

  func put(_ path: String, _ entry: Entry) throws {
    let values: [SQLValue] =
      switch entry {
      case .image(let digest, let type): [.bytes(digest), .text(type), .null]
      case .problem(let problem): [.null, .null, .text(problem)]
      }
    try sql.run(
      "INSERT OR REPLACE INTO assets (project, path, sha256, type, problem) VALUES (?, ?, ?, ?, ?)",
      [.bytes(project), .text(path)] + values)
  }

  func putFile(_ digest: Digest, type: String, _ bytes: [UInt8]) throws {
    try sql.run(
      "INSERT OR IGNORE INTO asset_files (sha256, type, bytes) VALUES (?, ?, ?)",
      .bytes(digest), .text(type), .blob(bytes))
  }

  /// Whether an image of that hash belongs to the project.
  func holds(_ digest: Digest) throws -> Bool {
    try sql.first(
      "SELECT 1 FROM assets WHERE project = ? AND sha256 = ?", .bytes(project), .bytes(digest)
    ) != nil
  }

  func size(of digest: Digest) throws -> Int64? {
    try sql.first("SELECT length(bytes) FROM asset_files WHERE sha256 = ?", .bytes(digest))?
      .integer(0)
  }

  func file(_ digest: Digest) throws -> [UInt8]? {
    try sql.first("SELECT bytes FROM asset_files WHERE sha256 = ?", .bytes(digest))?.blob(0)
  }

  /// What a record's path leads to.
  ///
  /// Throws `DocumentFault` for a path without an image, and for one that may not leave.
  func image(at path: String) throws -> AssetReference {
    switch try at(path) {
    case .image(let digest, let type): return AssetReference(sha256: digest, type: type)
    case .problem(let problem):
      throw DocumentFault(pointer: "", problem: "names assets/\(path), which \(problem)")
    case nil:
      throw DocumentFault(
        pointer: "", problem: "names \"\(path)\", which is no file of the project's assets/")
    }
  }
}
