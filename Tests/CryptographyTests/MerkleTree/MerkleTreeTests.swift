import Testing
import Vocabulary

@testable import Cryptography

@Suite struct MerkleTreeTests {
  static let leaves = (0..<70).map { MerkleTree.leafHash(of: Array("leaf \($0)".utf8)[...]) }

  /// RFC 6962, section 2.1, word for word: the definition that everything else is held against.
  static func definedRoot(_ leaves: ArraySlice<Digest>) -> Digest {
    guard let first = leaves.first else { return SHA256.hash([UInt8]()) }
    if leaves.count == 1 { return first }
    var k = 1
    while k * 2 < leaves.count { k *= 2 }
    let middle = leaves.startIndex + k
    return SHA256.hash(
      [1] + definedRoot(leaves[..<middle]).bytes + definedRoot(leaves[middle...]).bytes)
  }

  @Test func rootsAreThoseOfTheDefinition() {
    for size in 0...Self.leaves.count {
      let leaves = Self.leaves[..<size]
      #expect(MerkleTree.root(of: leaves) == Self.definedRoot(leaves), "size \(size)")
    }
  }

  @Test(.enabled(if: SharedVectors.areThere)) func leavesAndRootsAreThoseOfTheWorld() throws {
    let expected = try World.expected()
    let lines = try World.logLines()
    #expect(lines.count == expected.leaves.count)
    var frontier = MerkleFrontier()
    for (index, line) in lines.enumerated() {
      if let root = expected.rootAtSize[String(index)] { #expect(frontier.root.hex == root) }
      let hash = MerkleTree.leafHash(of: line)
      #expect(hash.hex == expected.leaves[index].leafHash, "leaf \(index)")
      frontier.append(leafHash: hash)
      let root = expected.rootAtSize[String(index + 1)]
      #expect(frontier.root.hex == root, "size \(index + 1)")
    }
    for archive in expected.archives.values {
      let leaves = expected.leaves.prefix(Int(archive.size)).compactMap { Digest(hex: $0.leafHash) }
      #expect(MerkleTree.root(of: leaves).hex == archive.root)
    }
  }

  @Test func storedFrontierGoesOnAsBefore() throws {
    var frontier = MerkleFrontier()
    for leaf in Self.leaves {
      let read = try #require(MerkleFrontier(bytes: frontier.bytes))
      #expect(read == frontier && read.root == frontier.root)
      frontier = read
      frontier.append(leafHash: leaf)
    }
    #expect(frontier.size == 70 && frontier.root == Self.definedRoot(Self.leaves[...]))
  }

  @Test func otherBytesAreNoFrontier() {
    var frontier = MerkleFrontier()
    for leaf in Self.leaves.prefix(3) { frontier.append(leafHash: leaf) }
    let bytes = frontier.bytes
    #expect(MerkleFrontier(bytes: []) == nil)
    #expect(MerkleFrontier(bytes: Array(bytes.dropLast())) == nil)
    #expect(MerkleFrontier(bytes: bytes + [0]) == nil)
    #expect(MerkleFrontier(bytes: [UInt8](repeating: 0xff, count: 8)) == nil)
    // A size of 7 needs three hashes.
    #expect(MerkleFrontier(bytes: Array(bytes[..<7]) + [7] + bytes[8...]) == nil)
  }

  @Test func everyInclusionProofHoldsForItsLeafOnly() throws {
    for size in 1...20 {
      let root = Self.definedRoot(Self.leaves[..<size])
      for index in 0..<size {
        let proof = try MerkleTree.inclusionProof(index: Int64(index), size: Int64(size)) {
          Self.leaves[Int($0)]
        }
        for other in 0..<size {
          let holds = MerkleTree.verifyInclusion(
            leafHash: Self.leaves[index], index: Int64(other), size: Int64(size), proof: proof,
            root: root)
          #expect(holds == (other == index), "leaf \(index) as \(other) of \(size)")
        }
        for wrong in [proof.dropLast(), proof + [root]] {
          let holds = MerkleTree.verifyInclusion(
            leafHash: Self.leaves[index], index: Int64(index), size: Int64(size),
            proof: Array(wrong), root: root)
          #expect(!holds || wrong.count == proof.count)
        }
      }
    }
  }

  @Test func everyConsistencyProofHoldsForItsSizesOnly() throws {
    for new in 1...20 {
      for old in 1...new {
        let proof = try MerkleTree.consistencyProof(oldSize: Int64(old), newSize: Int64(new)) {
          Self.leaves[Int($0)]
        }
        #expect(consistent(old, new, proof))
        #expect(!consistent(old, new, proof + [.zero]))
        if !proof.isEmpty { #expect(!consistent(old, new, Array(proof.dropLast()))) }
        if old < new { #expect(!consistent(old + 1, new, proof) && !consistent(new, old, proof)) }
      }
    }
  }

  /// Every log continues the empty one, so a proof from size 0 would show nothing.
  @Test func oldSizeZeroIsRefused() {
    let root = Self.definedRoot(Self.leaves[..<4])
    #expect(
      !MerkleTree.verifyConsistency(
        oldSize: 0, oldRoot: MerkleTree.emptyRoot, newSize: 4, newRoot: root, proof: []))
    #expect(
      !MerkleTree.verifyConsistency(
        oldSize: 0, oldRoot: MerkleTree.emptyRoot, newSize: 0, newRoot: MerkleTree.emptyRoot,
        proof: []))
    #expect(throws: Refusal("merkle-range", "")) {
      try MerkleTree.consistencyProof(oldSize: 0, newSize: 4) { Self.leaves[Int($0)] }
    }
  }

  @Test(arguments: [-1, 4, 5, Int64.min, Int64.max]) func leafBeyondTheLogIsRefused(_ index: Int64)
  {
    #expect(throws: Refusal("merkle-range", "")) {
      try MerkleTree.inclusionProof(index: index, size: 4) { Self.leaves[Int($0)] }
    }
    #expect(
      !MerkleTree.verifyInclusion(
        leafHash: Self.leaves[0], index: index, size: 4, proof: [], root: .zero))
  }

  /// A line that looks like an inner node must not hash like one.
  @Test func leafIsNoInnerNode() {
    let (left, right) = (Self.leaves[0], Self.leaves[1])
    #expect(
      MerkleTree.leafHash(of: (left.bytes + right.bytes)[...]) != MerkleTree.node(left, right))
  }

  private func consistent(_ old: Int, _ new: Int, _ proof: [Digest]) -> Bool {
    MerkleTree.verifyConsistency(
      oldSize: Int64(old), oldRoot: Self.definedRoot(Self.leaves[..<old]), newSize: Int64(new),
      newRoot: Self.definedRoot(Self.leaves[..<new]), proof: proof)
  }
}
