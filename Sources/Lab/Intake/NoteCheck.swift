import BundleFormat
import Cryptography
import Vocabulary

/// A note against its place on the stick and against the notes around it.
struct NoteCheck {
  let channel: ID
  let epoch: EpochID
  let key: VerifyingKey
  /// A note of this log by its sequence: one that was verified before, else the stick's.
  let neighbour: (Int64) throws -> Neighbour?

  enum Neighbour {
    case verified([UInt8])
    /// On the stick, by nobody verified yet.
    case found([UInt8])
  }

  /// The note with that sequence, verified.
  ///
  /// Throws `note-form`, `note-signature`, `note-channel`, `note-sequence`, `note-previous`, or
  /// `equivocation` where another text was verified under the same sequence.
  func check(_ sequence: Int64, _ bytes: [UInt8]) throws -> ResultsNote {
    let note = try ResultsNote(verifying: bytes, channel: channel, key: key)
    guard note.epoch == epoch else {
      throw Refusal(Reason.noteChannel, "the note is about another epoch than its folder")
    }
    guard note.sequence == sequence else {
      throw Refusal(Reason.noteSequence, "the note has another sequence than its name")
    }
    if case .verified(let known) = try neighbour(sequence), known != bytes {
      // Signatures of others may have been added; the text is what the room said.
      guard try SignedNote(parsing: known).text == SignedNote(parsing: bytes).text else {
        throw Refusal(
          Reason.equivocation, "the room signed two different notes with sequence \(sequence)")
      }
    }
    try checkPrevious(note)
    return note
  }

  private func checkPrevious(_ note: ResultsNote) throws {
    let refusal = Refusal(
      Reason.notePrevious, "the note doesn't follow the one before it: `previous` is another")
    guard note.sequence > 1 else {
      guard note.previous == .zero else { throw refusal }
      return
    }
    let before: [UInt8]
    switch try neighbour(note.sequence - 1) {
    case .verified(let known): before = known
    // Anybody may have put it there: it speaks against this note only if the room signed it.
    case .found(let found) where isSigned(found, note.sequence - 1): before = found
    case .found, nil: return
    }
    guard try SignedNote(parsing: before).mayHash(to: note.previous) else { throw refusal }
  }

  private func isSigned(_ bytes: [UInt8], _ sequence: Int64) -> Bool {
    let note = try? ResultsNote(verifying: bytes, channel: channel, key: key)
    return note?.sequence == sequence && note?.epoch == epoch
  }
}
