public import Cryptography
public import Vocabulary

extension UpFolder {
  /// Writes an archive and then its note, so that a stick pulled out between them shows nothing
  /// new: without a note an archive isn't looked at.
  ///
  /// What is there already with the same bytes stays, so a second run only completes the first;
  /// where the archive is known to be there (`holds`), it isn't written beside itself once more.
  /// Throws `DriveFault`; `different` where that sequence has another archive or note.
  public func put(
    _ sequence: Int64, in epoch: EpochID, note: [UInt8], archive: any ByteSource,
    isThere: Bool = false
  ) throws {
    try drive.removeLeftOvers(in: ExchangeLayout.epoch(channel, epoch))
    if !isThere { try drive.write(path(sequence, .age, epoch), replace: false, from: archive) }
    try drive.write(path(sequence, .note, epoch), replace: false, note)
  }

  /// Whether that archive lies there under its number, every byte of it.
  public func holds(_ sequence: Int64, in epoch: EpochID, sha256: Digest) throws -> Bool {
    guard let source = try drive.open(path(sequence, .age, epoch), limit: Limits.sealed) else {
      return false
    }
    let sink = HashingSink()
    try source.copy(to: sink)
    return sink.digest == sha256
  }

  /// Removes what the lab has receipted: all sequences up to and with `sequence`. Either side may.
  /// Notes go first, so that none is ever left without its archive.
  public func removeReceipted(through sequence: Int64, in epoch: EpochID) throws {
    let receipted = try archives(in: epoch).map(\.name).filter { $0.sequence <= sequence }
    for part in [ArchiveName.Part.note, .age] {
      for name in receipted where name.part == part {
        try drive.remove(path(name.sequence, part, epoch))
      }
    }
  }
}
