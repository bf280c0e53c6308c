public import Cryptography
public import Vocabulary

extension UpFolder {
  /// Writes an archive and then its note, so that a stick pulled out between them shows nothing
  /// new: without a note an archive isn't looked at.
  ///
  /// What is there already with the same bytes stays, so a second run only completes the first.
  /// Throws `DriveFault`; `different` where that sequence has another archive or note.
  public func put(
    _ sequence: Int64, in epoch: EpochID, note: [UInt8], archive: any ByteSource
  ) throws {
    try drive.removeLeftOvers(in: ExchangeLayout.epoch(channel, epoch))
    try drive.write(path(sequence, .age, epoch), replace: false, from: archive)
    try drive.write(path(sequence, .note, epoch), replace: false, note)
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
