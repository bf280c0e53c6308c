public import Vocabulary

extension MerkleTree {
  /// The proof that leaf `index` is in the log of its first `size` leaves
  /// (RFC 9162, section 2.1.3.1); `hashAt` gives the hash of a leaf.
  ///
  /// Reads every leaf hash once. Throws `merkle-range` for an index that isn't below the size,
  /// and what `hashAt` throws.
  public static func inclusionProof(
    index: Int64, size: Int64, hashAt: (Int64) throws -> Digest
  ) throws -> [Digest] {
    guard index >= 0, index < size else {
      throw Refusal("merkle-range", "no leaf \(index) in a log of \(size)")
    }
    var proof: [Digest] = []
    var range = 0..<size
    // From the root down; a proof is written from the leaf up.
    while range.count > 1 {
      let middle = split(range)
      if index < middle {
        proof.append(try root(of: middle..<range.upperBound, hashAt))
        range = range.lowerBound..<middle
      } else {
        proof.append(try root(of: range.lowerBound..<middle, hashAt))
        range = middle..<range.upperBound
      }
    }
    return proof.reversed()
  }

  /// The proof that the log of the first `newSize` leaves continues that of the first `oldSize`
  /// (RFC 9162, section 2.1.4.1); `hashAt` gives the hash of a leaf.
  ///
  /// Reads every leaf hash at most once. Throws `merkle-range` unless 0 < old ≤ new, and what
  /// `hashAt` throws.
  public static func consistencyProof(
    oldSize: Int64, newSize: Int64, hashAt: (Int64) throws -> Digest
  ) throws -> [Digest] {
    guard oldSize > 0, oldSize <= newSize else {
      throw Refusal("merkle-range", "a log of \(newSize) can't continue one of \(oldSize)")
    }
    var proof: [Digest] = []
    var range = 0..<newSize
    while range.upperBound != oldSize {
      let middle = split(range)
      if oldSize <= middle {
        proof.append(try root(of: middle..<range.upperBound, hashAt))
        range = range.lowerBound..<middle
      } else {
        proof.append(try root(of: range.lowerBound..<middle, hashAt))
        range = middle..<range.upperBound
      }
    }
    // Where the old log is itself this subtree, its root is known and left out.
    if range.lowerBound != 0 { proof.append(try root(of: range, hashAt)) }
    return proof.reversed()
  }

  /// Where a range divides: the largest power of two below its length, from its start.
  private static func split(_ range: Range<Int64>) -> Int64 {
    let length = range.upperBound - range.lowerBound
    return range.lowerBound + 1 << (63 - (length - 1).leadingZeroBitCount)
  }

  private static func root(
    of range: Range<Int64>, _ hashAt: (Int64) throws -> Digest
  ) throws -> Digest {
    var frontier = MerkleFrontier()
    for index in range { frontier.append(leafHash: try hashAt(index)) }
    return frontier.root
  }
}
