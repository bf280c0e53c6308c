import Cryptography
public import Vocabulary

/// What goes up in one channel of a stick: for each epoch of a room's log signed notes and the
/// archives that they name.
public struct UpFolder: Sendable {
  let drive: any Drive
  /// The channel, named by the folder.
  public let channel: ID

  /// The folder of `channel`, which need not be there.
  public init(_ drive: any Drive, channel: ID) {
    self.drive = drive
    self.channel = channel
  }

  /// The epochs that have a folder, sorted.
  public func epochs() throws -> [EpochID] {
    try drive.list(ExchangeLayout.up(channel)).filter(\.isFolder)
      .compactMap { EpochID(hex: $0.name) }
  }

  /// The sequences that have a note, from the lowest. An empty one is what a write that was cut off
  /// leaves, and no note.
  public func sequences(in epoch: EpochID) throws -> [Int64] {
    try archives(in: epoch).filter { $0.name.part == .note && $0.size > 0 }
      .map(\.name.sequence).sorted()
  }

  /// A note's bytes; nil where there is none. Throws a `Refusal` (size) beyond `Limits.note`.
  public func note(_ sequence: Int64, in epoch: EpochID) throws -> [UInt8]? {
    try drive.read(path(sequence, .note, epoch), limit: Limits.note)
  }

  /// Bytes of an archive; 0 where there is none.
  public func size(_ sequence: Int64, in epoch: EpochID) throws -> Int64 {
    try archives(in: epoch).first { $0.name == ArchiveName(sequence, .age) }?.size ?? 0
  }

  /// Copies an archive into a nameless file in `folder`, a private folder of the machine, hashing
  /// on the way. `sha256` is what its verified note says.
  ///
  /// Throws a `Refusal` (`archive-missing`, `note-digest`, size), or `DriveFault`.
  public func spool(
    _ sequence: Int64, in epoch: EpochID, sha256: Digest, into folder: String
  ) throws -> SpooledArchive {
    let path = path(sequence, .age, epoch)
    guard let source = try drive.open(path, limit: Limits.sealed) else {
      throw Refusal(.archiveMissing, "\(path) isn't on the stick, only its note")
    }
    return try SpooledArchive(
      SpoolFile(source, into: folder), sha256: sha256, name: DrivePath.name(of: path))
  }

  /// Removes what writes that were cut off have left behind.
  public func removeLeftOvers() throws {
    for epoch in try epochs() {
      try drive.removeLeftOvers(in: ExchangeLayout.epoch(channel, epoch))
    }
  }

  /// The files of an epoch that have a place there.
  func archives(in epoch: EpochID) throws -> [(name: ArchiveName, size: Int64)] {
    try drive.list(ExchangeLayout.epoch(channel, epoch)).filter(\.isRegular)
      .compactMap { entry in ArchiveName(entry.name).map { ($0, entry.size) } }
  }

  func path(_ sequence: Int64, _ part: ArchiveName.Part, _ epoch: EpochID) -> String {
    "\(ExchangeLayout.epoch(channel, epoch))/\(ArchiveName(sequence, part).text)"
  }
}
