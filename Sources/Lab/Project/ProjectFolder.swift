import AnnotationModel
import Cryptography
import Glibc
import Store
import Vocabulary

/// A project as its owner writes it: a folder with project.json, guidelines.md and, where there
/// are any, images in assets/ and practice tasks in practice.jsonl.
struct ProjectFolder {
  let schema: ProjectSchema
  /// The bytes of project.json.
  let own: [UInt8]
  let guidelines: [UInt8]
  let assets: AssetFolder
  /// practice.jsonl, read but not checked: its images aren't known yet. Nil without one.
  let practice: PracticeSource?

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
    practice = try Self.practice("\(path)/practice.jsonl")
    assets = AssetFolder(path: "\(path)/assets")
  }

  private static func practice(_ file: String) throws -> PracticeSource? {
    guard PrivateFile.exists(file) else { return nil }
    return PracticeSource(
      file: file, bytes: try InputFile.read(file, limit: Int(Limits.practice)))
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
