import Testing
import Vocabulary

@testable import Cryptography

@Suite struct CheckpointTests {
  static let key = SigningKey(seed: SecretBytes(copying: [UInt8](repeating: 6, count: 32)))
  static let origin = "airlock/log/1"
  static let root = String(repeating: "A", count: 43) + "="

  @Test func signedCheckpointIsReadBack() throws {
    for size in [0, 1, 20_852_163, Limits.maxInteger] {
      let checkpoint = Checkpoint(origin: Self.origin, size: size, root: .zero)
      #expect(try verified(checkpoint.signed(by: Self.key)) == checkpoint)
    }
  }

  @Test(.enabled(if: SharedVectors.areThere)) func checkpointsOfTheWorldComeOutTheSame() throws {
    let expected = try World.expected()
    let key = try World.roomKey()
    let origin = "airlock/\(expected.channel)/\(expected.epoch)"
    for (name, archive) in expected.archives {
      let bytes = try SharedVectors.bytes("\(World.folder)/plain/\(name)/checkpoint")
      #expect(bytes == Array(archive.checkpoint.utf8))
      let checkpoint = try Checkpoint(
        verifying: bytes, origin: origin, key: key.verifyingKey)
      #expect(checkpoint.size == archive.size)
      #expect(checkpoint.root.hex == archive.root)
      #expect(checkpoint.signed(by: key) == bytes)
    }
  }

  @Test func checkpointOfAnotherLogIsRefused() {
    let other = Checkpoint(origin: "airlock/log/2", size: 1, root: .zero)
    #expect(throws: Refusal(.checkpointOrigin, "")) { try verified(other.signed(by: Self.key)) }
    // Also where the name of the key is the one expected.
    let note = SignedNote.signed(
      text: "airlock/log/2\n1\n\(Self.root)\n", name: Self.origin, by: Self.key)
    #expect(throws: Refusal(.checkpointOrigin, "")) { try verified(note) }
  }

  @Test func checkpointOfAnotherKeyIsRefused() {
    let checkpoint = Checkpoint(origin: Self.origin, size: 1, root: .zero)
    #expect(throws: Refusal(.checkpointSignature, "")) {
      try verified(checkpoint.signed(by: .generate()))
    }
  }

  @Test func changedSizeIsRefused() throws {
    let note = Checkpoint(origin: Self.origin, size: 1, root: .zero).signed(by: Self.key)
    var changed = note
    changed[try #require(note.firstIndex(of: 0x0a)) + 1] = UInt8(ascii: "2")
    #expect(throws: Refusal(.checkpointSignature, "")) { try verified(changed) }
  }

  @Test(arguments: [
    "", "1\n", "1\n\(root)\nextension\n", "01\n\(root)\n", "-1\n\(root)\n", "+1\n\(root)\n",
    "\n\(root)\n", "1 \n\(root)\n", "9007199254740992\n\(root)\n",
    "18446744073709551617\n\(root)\n", "0x1\n\(root)\n", "1\n\(root)\n\n", "1\n\n",
    "1\n\(root.dropLast())\n", "1\nAAAA\n", "1\n\(root.dropLast(2))B=\n",
  ])
  func otherFormsAreRefused(_ rest: String) {
    let note = SignedNote.signed(
      text: "\(Self.origin)\n\(rest)", name: Self.origin, by: Self.key)
    #expect(throws: Refusal(.checkpointForm, "")) { try verified(note) }
  }

  private func verified(_ bytes: [UInt8]) throws -> Checkpoint {
    try Checkpoint(verifying: bytes, origin: Self.origin, key: Self.key.verifyingKey)
  }
}
