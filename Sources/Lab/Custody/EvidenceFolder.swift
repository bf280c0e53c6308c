import Cryptography
import Vocabulary

/// Writes evidence where a person asked for it.
struct EvidenceFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try FileFolder(path, isMade: false).write(name) { try $0.write(bytes[...]) }
  }

  /// A case in a folder of its own. The sealed archives of quarantines stay in the lab's archive
  /// store, under the digest that the note names.
  func write(_ found: EvidenceCase) throws {
    let folder = "\(path)/\(found.folder)"
    guard NewFolder.make(folder) else { throw Failure(.refused, "\(folder): can't be made") }
    let files = FileFolder(folder, isMade: false)
    try files.write(EvidenceCase.description) { try $0.write(found.described[...]) }
    for file in found.files { try files.write(file.name) { try $0.write(file.bytes[...]) } }
  }
}
