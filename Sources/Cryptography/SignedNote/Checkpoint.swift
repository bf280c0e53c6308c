public import Vocabulary

/// The signed size and root of a log (C2SP tlog-checkpoint, without extension lines).
public struct Checkpoint: Hashable, Sendable {
  /// Which log: `airlock/<channel>/<epoch>`, also the name of its key.
  public let origin: String
  /// How many leaves.
  public let size: Int64
  /// The root of the Merkle tree over them.
  public let root: Digest

  /// A checkpoint to be signed; `size` is not negative and `origin` one line without spaces.
  public init(origin: String, size: Int64, root: Digest) {
    precondition(size >= 0 && NoteSignature.isName(origin), "a size, and a name for the origin")
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads a checkpoint of the log `origin` that its key signed. A pure function of its arguments.
  ///
  /// Throws `note-form`, `checkpoint-form`, `checkpoint-origin` where it is another log's, or
  /// `checkpoint-signature`.
  public init(
    verifying bytes: [UInt8], origin: String, key: VerifyingKey
  ) throws(Refusal) {
    let note = try SignedNote(parsing: bytes)
    let read = try Self(unverifiedText: note.text)
    // First, so that another log's checkpoint is named for what it is: its key has another name.
    guard read.origin == origin else {
      throw Refusal(.checkpointOrigin, "the checkpoint is not of the log \(origin)")
    }
    do {
      _ = try note.verified(name: origin, key: key)
    } catch {
      throw Refusal(.checkpointSignature, error.why)
    }
    self = read
  }

  /// The signed note of this checkpoint.
  public func signed(by keys: SigningKey...) -> [UInt8] { signed(by: keys) }

  /// The same with keys in an array.
  public func signed(by keys: [SigningKey]) -> [UInt8] {
    let root = String(decoding: Base64.encoded(root.bytes, .padded), as: UTF8.self)
    return SignedNote.signed(text: "\(origin)\n\(size)\n\(root)\n", name: origin, by: keys)
  }

  private init(unverifiedText text: [UInt8]) throws(Refusal) {
    let lines = text.dropLast().split(separator: 0x0a, omittingEmptySubsequences: false)
    guard lines.count == 3, let origin = String(validating: lines[0], as: UTF8.self),
      !origin.isEmpty, let size = Self.size(lines[1]),
      let root = Base64.decoded(lines[2], .padded).flatMap(Digest.init(bytes:))
    else {
      throw Refusal(.checkpointForm, "a checkpoint is exactly an origin, a size and a root")
    }
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Decimal without leading zeros, at most 2^53 − 1.
  private static func size(_ digits: ArraySlice<UInt8>) -> Int64? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.first != 0x30 || digits.count == 1,
      let size = Int64(String(decoding: digits, as: UTF8.self)), size <= Limits.maxInteger
    else { return nil }
    return size
  }
}
