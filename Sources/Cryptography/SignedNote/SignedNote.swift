public import Vocabulary

/// A text and signatures under it (C2SP signed-note).
///
/// Reading one proves nothing; `verified` gives the text of a note that a known key signed.
public struct SignedNote: Sendable {
  /// The text with its final LF, not verified.
  public let text: [UInt8]
  /// The signature lines, in their order, at least one and at most 16.
  public let signatures: [NoteSignature]

  /// Reads a note. A pure function of the bytes.
  ///
  /// Throws `note-form` for anything that is not exactly a note of valid UTF-8 without control
  /// characters, or longer than `Limits.note`.
  public init(parsing bytes: [UInt8]) throws(Refusal) {
    guard bytes.count <= Limits.note else {
      throw Refusal(.noteForm, "a note longer than \(Limits.note) bytes")
    }
    guard String(validating: bytes, as: UTF8.self) != nil,
      bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0a })
    else {
      throw Refusal(.noteForm, "a note that is not UTF-8 or holds control characters")
    }
    // The last empty line divides: the text may hold others, signature lines are never empty.
    guard bytes.last == 0x0a,
      let blank = bytes.indices.last(where: { $0 > 0 && bytes[$0] == 0x0a && bytes[$0 - 1] == 0x0a }
      )
    else {
      throw Refusal(.noteForm, "a note without an empty line between text and signatures")
    }
    text = Array(bytes[..<blank])
    signatures = try Self.signatures(bytes[(blank + 1)...])
  }

  /// The text, once the key's signature under this name is found and holds.
  ///
  /// Signatures of other keys, or of this key under other names, are ignored. Throws
  /// `note-signature` where none is this key's, or one that is doesn't verify.
  public func verified(name: String, key: VerifyingKey) throws(Refusal) -> [UInt8] {
    let keyID = NoteSignature.keyID(name: name, key: key)
    let known = signatures.filter { $0.name == name && $0.keyID == keyID }
    guard !known.isEmpty else {
      throw Refusal(.noteSignature, "the note is not signed by the key of \(name)")
    }
    guard known.allSatisfy({ key.verifies($0.signature, of: text) }) else {
      throw Refusal(.noteSignature, "the signature of \(name) does not hold for this note")
    }
    return text
  }

  /// Whether `digest` is the hash of this note as whoever wrote it may have left it: with one of its
  /// signatures or two. Anybody through whose hands it went may have added others, and what follows
  /// the note names the hash that it had before.
  public func mayHash(to digest: Digest) -> Bool {
    let lines = signatures.map(\.encoded)
    func matches(_ lines: [UInt8]...) -> Bool {
      SHA256.hash(text + [0x0a] + lines.flatMap(\.self)) == digest
    }
    return lines.indices.contains { first in
      matches(lines[first])
        || lines[(first + 1)...].contains { matches(lines[first], $0) }
    }
  }

  /// Writes a note whose text, which ends in LF, is signed by each key under the same name.
  public static func signed(text: String, name: String, by keys: SigningKey...) -> [UInt8] {
    signed(text: text, name: name, by: keys)
  }

  /// The same with keys in an array, such as those of somebody who is changing theirs.
  public static func signed(text: String, name: String, by keys: [SigningKey]) -> [UInt8] {
    let bytes = Array(text.utf8)
    precondition(bytes.last == 0x0a, "the text of a note ends in LF")
    precondition(NoteSignature.isName(name), "a key's name has neither spaces nor plus signs")
    return bytes + [0x0a]
      + keys.flatMap { NoteSignature(of: bytes, name: name, by: $0).encoded }
  }

  private static func signatures(
    _ bytes: ArraySlice<UInt8>
  ) throws(Refusal) -> [NoteSignature] {
    let lines = bytes.dropLast().split(separator: 0x0a, omittingEmptySubsequences: false)
    guard !bytes.isEmpty, lines.count <= Limits.noteSignatures else {
      throw Refusal(.noteForm, "a note with no signature or more than \(Limits.noteSignatures)")
    }
    var signatures: [NoteSignature] = []
    for line in lines {
      guard let signature = NoteSignature(line: line) else {
        throw Refusal(.noteForm, "a line below the note's text is not a signature")
      }
      signatures.append(signature)
    }
    return signatures
  }
}
