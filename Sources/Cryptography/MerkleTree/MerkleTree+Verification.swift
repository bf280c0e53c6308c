public import Vocabulary

extension MerkleTree {
  /// Whether `leafHash` is leaf `index` of the log with this size and root
  /// (RFC 9162, section 2.1.3.2).
  public static func verifyInclusion(
    leafHash: Digest, index: Int64, size: Int64, proof: [Digest], root: Digest
  ) -> Bool {
    guard index >= 0, index < size else { return false }
    var walk = Walk(node: index, last: size - 1)
    var computed = leafHash
    for sibling in proof {
      guard !walk.isAtRoot else { return false }
      computed = walk.hasLeftSibling ? node(sibling, computed) : node(computed, sibling)
      walk.ascend()
    }
    return walk.isAtRoot && computed == root
  }

  /// Whether the log of `newSize` and `newRoot` continues that of `oldSize` and `oldRoot`
  /// (RFC 9162, section 2.1.4.2).
  ///
  /// An old size of 0 is refused: every log continues the empty one, so nothing would be shown.
  public static func verifyConsistency(
    oldSize: Int64, oldRoot: Digest, newSize: Int64, newRoot: Digest, proof: [Digest]
  ) -> Bool {
    guard oldSize > 0, oldSize <= newSize else { return false }
    if oldSize == newSize { return proof.isEmpty && oldRoot == newRoot }
    // A size that is a power of two is one whole subtree, whose hash the proof leaves out.
    let path = oldSize.nonzeroBitCount == 1 ? [oldRoot] + proof : proof
    guard let first = path.first else { return false }
    var walk = Walk(node: oldSize - 1, last: newSize - 1)
    walk.skipRightEdge()
    var (old, new) = (first, first)
    for sibling in path.dropFirst() {
      guard !walk.isAtRoot else { return false }
      if walk.hasLeftSibling {
        old = node(sibling, old)
        new = node(sibling, new)
      } else {
        new = node(new, sibling)
      }
      walk.ascend()
    }
    return walk.isAtRoot && old == oldRoot && new == newRoot
  }

  /// The way from a node up to the root, beside the way of the last leaf: fn and sn of RFC 9162.
  private struct Walk {
    var node: Int64
    var last: Int64

    /// Whether there is nothing above.
    var isAtRoot: Bool { last == 0 }
    /// Whether the next hash of a proof stands to the left.
    var hasLeftSibling: Bool { node & 1 == 1 || node == last }

    mutating func ascend() {
      if hasLeftSibling {
        // The last node of a level without a right sibling stands for itself further up.
        while node & 1 == 0 && node != 0 { up() }
      }
      up()
    }

    /// Goes up as long as the node is a right child: the hash there is that of a whole subtree.
    mutating func skipRightEdge() {
      while node & 1 == 1 { up() }
    }

    private mutating func up() {
      node >>= 1
      last >>= 1
    }
  }
}
