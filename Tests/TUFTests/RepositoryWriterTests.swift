import Cryptography
import Testing
import Vocabulary

@testable import TUF

@Suite struct RepositoryWriterTests {
  @Test func rootGoesBothWays() throws {
    let lab = try TestLab(threshold: 2)
    let root = try RootDocument(trusting: lab.rootFiles[0])
    #expect(root.version == 1)
    #expect(root.project == lab.binding.project)
    #expect(root.seal == lab.draft.seal)
    #expect(root.expires == lab.draft.expires)
    #expect(root.keys(of: .root).threshold == 2)
    #expect(Set(root.keys(of: .root).keys.values) == Set(lab.roots.map(\.verifyingKey)))
    #expect(RootDraft(after: root).version == 2)
  }

  @Test func keyInTwoRolesIsNotWritten() throws {
    let lab = try TestLab()
    var draft = lab.draft
    draft.snapshot = draft.timestamp
    #expect(throws: Refusal(.tufKey, "")) {
      try RepositoryWriter.makeRoot(draft, signedBy: lab.roots)
    }
  }

  @Test func publisherWithAnothersKeysSignsNothing() throws {
    var lab = try TestLab()
    lab.snapshot = [SigningKey.generate()]
    #expect(throws: Refusal(.tufSignature, "")) { try lab.release(1) }
  }

  @Test func everyFileIsLedToOnlyByLaterOnes() throws {
    let lab = try TestLab()
    #expect(
      try lab.release(3).map(\.name) == [
        "3.targets.json", "3.snapshot.json", "3.timestamp.json", "timestamp.json",
      ])
  }

  @Test func nothingIsBornExpired() throws {
    let lab = try TestLab()
    #expect(throws: Refusal(.tufExpired, "")) {
      try lab.release(1, issued: TestLab.start, expires: TestLab.start + 999)
    }
  }
}
