import AnnotationModel
import Cryptography
import Vocabulary

/// What the leaves of an archive announce for the pass over its acts: in a flat array, since an
/// archive may hold a million of them.
struct PendingEvents {
  /// An act leaf: the body that must come, and who signed it.
  struct ActLeaf {
    let place: Int64
    let at: Int64
    let person: ID
    let act: Digest
    let signature: [UInt8]
    /// Whether the lab didn't hold the leaf before.
    let isNew: Bool
  }

  /// A person leaf that wasn't held before.
  struct PersonLeaf {
    /// How many act leaves stand before it.
    let position: Int
    let person: ID
    let key: VerifyingKey
    let why: LeafEvent.KeyReason
  }

  private(set) var people: [PersonLeaf] = []
  private(set) var count = 0
  private var bytes: [UInt8] = []

  private static let signatureBytes = 64
  private static let stride = 8 + 8 + ID.length + Digest.length + signatureBytes + 1

  mutating func append(_ leaf: ActLeaf) {
    bytes += Self.number(leaf.place) + Self.number(leaf.at)
    bytes += leaf.person.bytes
    bytes += leaf.act.bytes
    bytes += leaf.signature
    bytes.append(leaf.isNew ? 1 : 0)
    count += 1
  }

  mutating func append(_ person: ID, key: VerifyingKey, why: LeafEvent.KeyReason) {
    people.append(PersonLeaf(position: count, person: person, key: key, why: why))
  }

  /// The act leaf at a position, from 0; nil beyond the end.
  func act(_ position: Int) -> ActLeaf? {
    guard position < count else { return nil }
    var rest = bytes[(position * Self.stride)..<((position + 1) * Self.stride)]
    func take(_ count: Int) -> ArraySlice<UInt8> {
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }
    return ActLeaf(
      place: Self.number(take(8)), at: Self.number(take(8)),
      person: ID(unchecked: Array(take(ID.length))),
      act: Digest(unchecked: Array(take(Digest.length))),
      signature: Array(take(Self.signatureBytes)), isNew: take(1).first == 1)
  }

  private static func number(_ value: Int64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
    bytes.reduce(0) { $0 << 8 | Int64($1) }
  }
}
