import Cryptography
import Exchange
import Store
import Vocabulary

/// Sealed archives and their notes, kept for as long as the lab hasn't acknowledged them. What
/// lies here is ciphertext.
struct Outbox {
  let folder: String

  init(home: RoomHome, channel: ID, epoch: EpochID) {
    folder = home.outbox(channel, epoch)
  }

  /// Writes an archive and brings it to the disk; returns its SHA-256. What an interrupted try
  /// left under this number is replaced: it never went out.
  func keepArchive(sequence: Int64, _ write: (any ByteSink) throws -> Void) throws -> Digest {
    try PrivateFile.makeFolder(folder)
    let path = "\(folder)/\(sequence).age"
    try PrivateFile.remove("\(path).part")
    let sink = HashingSink(try FileSink(path: "\(path).part"))
    try write(sink)
    try HomeFiles.rename("\(path).part", to: path, in: folder)
    return sink.digest
  }

  func keep(note: [UInt8], sequence: Int64) throws {
    try PrivateFile.write(note, to: "\(folder)/\(sequence).note", replace: true)
  }

  func note(_ sequence: Int64) throws -> [UInt8] {
    try PrivateFile.read("\(folder)/\(sequence).note", limit: Int(Limits.note))
  }

  /// Whether archive and note are still here.
  func holds(_ sequence: Int64) -> Bool {
    ["age", "note"].allSatisfy { PrivateFile.exists("\(folder)/\(sequence).\($0)") }
  }

  func archive(_ sequence: Int64) throws -> FileSource {
    try FileSource(path: "\(folder)/\(sequence).age")
  }

  /// Bytes of a kept archive.
  func size(_ sequence: Int64) throws -> Int64 {
    try PrivateFile.size("\(folder)/\(sequence).age")
  }

  /// Drops what the lab has.
  func drop(through sequence: Int64) throws {
    for name in try HomeFiles.names(in: folder) {
      guard let number = name.split(separator: ".").first.flatMap({ Int64($0) }) else { continue }
      if number <= sequence { try PrivateFile.remove("\(folder)/\(name)") }
    }
  }
}
