public import Cryptography
public import Vocabulary

/// What a room signs beside each archive: which archive it is and what came before it
/// (formats.md, section 4). Checked before the archive is opened.
public struct ResultsNote: Hashable, Sendable {
  /// The channel that the archive belongs to.
  public let channel: ID
  /// The epoch of its log.
  public let epoch: EpochID
  /// The archive's place in the epoch, from 1.
  public let sequence: Int64
  /// The hash of the sealed archive.
  public let archive: Digest
  /// The hash of the note before, superseded ones included; zeros for the first.
  public let previous: Digest

  private static let firstLine = "airlock/results/1"

  /// A note of these lines, to be signed.
  public init(channel: ID, epoch: EpochID, sequence: Int64, archive: Digest, previous: Digest) {
    self.channel = channel
    self.epoch = epoch
    self.sequence = sequence
    self.archive = archive
    self.previous = previous
  }

  /// Reads a note's text, whose signature has been checked. Throws `note-form`.
  public init(parsing text: [UInt8]) throws(Refusal) {
    let lines = try NoteLines.split(
      text, count: 6, first: Self.firstLine, what: "a results note", code: .noteForm)
    guard let channel = ID(hex: lines[1]), let epoch = EpochID(hex: lines[2]),
      let sequence = Self.sequence(lines[3]), let archive = Digest(hex: lines[4]),
      let previous = Digest(hex: lines[5])
    else {
      throw Refusal(.noteForm, "a line of the results note is not of the form it must have")
    }
    self.init(
      channel: channel, epoch: epoch, sequence: sequence, archive: archive, previous: previous)
  }

  /// Reads a `.note` file that the room with `key` must have signed for `channel`.
  ///
  /// Throws `note-form`, `note-signature`, or `note-channel` where the room signed it for another
  /// channel. That epoch, sequence, `previous` and archive are the expected ones is for the caller
  /// to check.
  public init(verifying note: [UInt8], channel: ID, key: VerifyingKey) throws(Refusal) {
    let signed = try SignedNote(parsing: note)
    try self.init(
      parsing: try signed.verified(name: ChannelName.noteKey(channel), key: key))
    guard self.channel == channel else {
      throw Refusal(.noteChannel, "the results note is about another channel")
    }
  }

  /// The text that is signed, with its final LF.
  public var encodedText: String {
    """
    \(Self.firstLine)
    \(channel.hex)
    \(epoch.hex)
    \(sequence)
    \(archive.hex)
    \(previous.hex)

    """
  }

  /// The bytes of the `.note` file.
  public func signed(by keys: SigningKey...) -> [UInt8] { signed(by: keys) }

  /// The same with keys in an array: of a room that is changing its key, both.
  public func signed(by keys: [SigningKey]) -> [UInt8] {
    SignedNote.signed(text: encodedText, name: ChannelName.noteKey(channel), by: keys)
  }

  /// A number from 1 without leading zeros or sign.
  private static func sequence(_ text: String) -> Int64? {
    guard let value = Int64(text), (1...Limits.maxInteger).contains(value), "\(value)" == text
    else { return nil }
    return value
  }
}
