import BundleFormat
import Cryptography
import Store
import Vocabulary

extension LabService {
  /// Sends new guidelines, which hold for everything that is done after the room has them, and for
  /// tasks that are packed from now on. `text` says what changed.
  ///
  /// Throws `Failure` (bad input) for a file that is no guidelines, or that names an image which
  /// the project hasn't.
  public func updateGuidelines(
    _ file: String, _ text: String, to address: OrderAddress
  ) throws -> OrderReport {
    let bytes = try InputFile.read(file, limit: Int(Limits.guidelines))
    guard !bytes.isEmpty, String(validating: bytes, as: UTF8.self) != nil else {
      throw Failure(.badInput, "\(file): guidelines are Markdown in UTF-8, and not empty")
    }
    guard address.rooms.isEmpty else {
      throw Failure(.usage, "--room: guidelines are the project's, so they go to every room of it")
    }
    let hash = SHA256.hash(bytes)
    var isKept = false
    return try give("guidelines", to: address) { giving, _ in
      if !isKept { try keep(bytes, hash, giving) }
      isKept = true
      return [OrderLetter(order: .guidelines(text: text), guidelines: bytes)]
    }
  }

  private func keep(_ bytes: [UInt8], _ hash: Digest, _ giving: OrderGiving) throws {
    guard hash != giving.project.guidelines else {
      throw Failure(.badInput, "these guidelines are the project's already; nothing was sent")
    }
    try Schemas(sql: giving.sql, project: giving.project.id).putGuidelines(hash, bytes)
    try Projects(sql: giving.sql).update(
      giving.project.id, version: giving.project.version, guidelines: hash)
  }
}
