import AnnotationModel
import Cryptography
import Glibc
import Store
import Vocabulary

/// A project as its owner writes it: a folder with project.json, guidelines.md and, where there
/// are images, assets/.
struct ProjectFolder {
  let schema: ProjectSchema
  /// The bytes of project.json.
  let own: [UInt8]
  let guidelines: [UInt8]
  let assets: AssetFolder

  /// Reads and checks both documents.
  ///
  /// Throws `DocumentFault` with file, line and place, or `Failure` (bad input) for a file that
  /// can't be read.
  init(_ path: String) throws {
    let file = "\(path)/project.json"
    own = try InputFile.read(file, limit: Int(Limits.schema))
    do {
      schema = try ProjectSchema(parsing: own, side: .lab)
    } catch {
      throw error.at(file: file)
    }
    guidelines = try Self.guidelines("\(path)/guidelines.md")
    try Self.refusePractice("\(path)/practice.jsonl")
    assets = AssetFolder(path: "\(path)/assets")
  }

  /// Practice tasks can't be packed yet: better said than left out in silence.
  private static func refusePractice(_ file: String) throws {
    guard PrivateFile.exists(file) else { return }
    throw Failure(
      .badInput, "\(file): this version can't pack practice tasks yet; take the file out")
  }

  private static func guidelines(_ file: String) throws -> [UInt8] {
    let bytes = try InputFile.read(file, limit: Int(Limits.guidelines))
    guard !bytes.isEmpty else {
      throw Failure(.badInput, "\(file): is empty; contractors need to be told what to do")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Failure(.badInput, "\(file): is not UTF-8")
    }
    return bytes
  }
}
