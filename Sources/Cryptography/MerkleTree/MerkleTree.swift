public import Vocabulary

/// The Merkle tree of a log (RFC 6962, section 2.1; proofs as in RFC 9162, section 2.1).
///
/// Leaves are numbered from 0. Hashes are `Digest`s, so a proof with a hash of another length
/// can't be written down.
public enum MerkleTree {
  /// The root of a log without leaves: SHA-256 of nothing.
  public static let emptyRoot = SHA256.hash([UInt8]())

  /// The hash of a leaf: SHA-256(0x00 ‖ line), the line without its LF.
  public static func leafHash(of line: ArraySlice<UInt8>) -> Digest {
    var hasher = SHA256Hasher()
    hasher.update([0x00])
    hasher.update(line)
    return hasher.finish()
  }

  /// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
  public static func node(_ left: Digest, _ right: Digest) -> Digest {
    var hasher = SHA256Hasher()
    hasher.update([0x01])
    hasher.update(left.bytes)
    hasher.update(right.bytes)
    return hasher.finish()
  }

  /// The root over leaf hashes in their order.
  public static func root(of leafHashes: some Sequence<Digest>) -> Digest {
    var frontier = MerkleFrontier()
    for hash in leafHashes { frontier.append(leafHash: hash) }
    return frontier.root
  }
}
