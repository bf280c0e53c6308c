import Testing
import Vocabulary

@testable import Cryptography

/// Proofs of transparency-dev/merkle: most are wrong in one place.
@Suite(.enabled(if: SharedVectors.areThere)) struct MerkleVectorTests {
  private struct Inclusion: Decodable {
    var leafIdx, treeSize: UInt64
    var root, leafHash: String
    var proof: [String]?
    var wantErr: Bool
  }
  private struct Consistency: Decodable {
    var size1, size2: UInt64
    var root1, root2: String
    var proof: [String]?
    var wantErr: Bool
  }

  static func files(_ kind: String) -> [String] {
    SharedVectors.areThere ? (try? SharedVectors.files(below: "vectors/merkle/\(kind)")) ?? [] : []
  }

  @Test func thereAreVectorsOfBothKinds() {
    #expect(Self.files("inclusion").count > 40 && Self.files("consistency").count > 30)
  }

  @Test(arguments: files("inclusion")) func inclusion(_ path: String) throws {
    let vector: Inclusion = try SharedVectors.json(path)
    #expect(holds(vector) == !vector.wantErr)
  }

  @Test(arguments: files("consistency")) func consistency(_ path: String) throws {
    let vector: Consistency = try SharedVectors.json(path)
    #expect(holds(vector) == !vector.wantErr)
  }

  private func holds(_ vector: Inclusion) -> Bool {
    guard let index = Int64(exactly: vector.leafIdx), let size = Int64(exactly: vector.treeSize),
      let leafHash = digest(vector.leafHash), let root = digest(vector.root),
      let proof = digests(vector.proof)
    else { return false }
    return MerkleTree.verifyInclusion(
      leafHash: leafHash, index: index, size: size, proof: proof, root: root)
  }

  private func holds(_ vector: Consistency) -> Bool {
    guard let old = Int64(exactly: vector.size1), let new = Int64(exactly: vector.size2),
      let oldRoot = digest(vector.root1), let newRoot = digest(vector.root2),
      let proof = digests(vector.proof)
    else { return false }
    return MerkleTree.verifyConsistency(
      oldSize: old, oldRoot: oldRoot, newSize: new, newRoot: newRoot, proof: proof)
  }

  /// A hash of exactly 32 bytes; nil for garbage, which refuses the proof.
  private func digest(_ base64: String) -> Digest? {
    Base64.decoded(base64.utf8, .padded).flatMap(Digest.init(bytes:))
  }

  private func digests(_ texts: [String]?) -> [Digest]? {
    let digests = (texts ?? []).compactMap(digest)
    return digests.count == (texts ?? []).count ? digests : nil
  }
}
