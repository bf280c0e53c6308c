public import Vocabulary

/// As much of a Merkle tree as is needed to append leaves and know the root: the roots of its
/// whole subtrees, one for each bit of its size.
public struct MerkleFrontier: Hashable, Sendable {
  /// How many leaves were appended.
  public private(set) var size: Int64 = 0
  /// Roots of whole subtrees, from the largest to the smallest.
  private var peaks: [Digest] = []

  /// The frontier of a log without leaves.
  public init() {}

  /// Adds one leaf.
  public mutating func append(leafHash: Digest) {
    var whole = leafHash
    var bits = size
    while bits & 1 == 1, let left = peaks.popLast() {
      whole = MerkleTree.node(left, whole)
      bits >>= 1
    }
    peaks.append(whole)
    size += 1
  }

  /// The root over all leaves appended.
  public var root: Digest {
    guard var root = peaks.last else { return MerkleTree.emptyRoot }
    for peak in peaks.dropLast().reversed() { root = MerkleTree.node(peak, root) }
    return root
  }

  /// The frontier for storing: 8 bytes of size, big-endian, and 32 for each bit set in it.
  public var bytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: size >> (56 - 8 * $0)) } + peaks.flatMap(\.bytes)
  }

  /// Reads what `bytes` gave; nil for anything of another form.
  public init?(bytes: [UInt8]) {
    guard bytes.count >= 8 else { return nil }
    let size = bytes.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    guard size >= 0, bytes.count == 8 + size.nonzeroBitCount * Digest.length else { return nil }
    self.size = size
    peaks = stride(from: 8, to: bytes.count, by: Digest.length).map {
      Digest(unchecked: Array(bytes[$0..<($0 + Digest.length)]))
    }
  }
}
