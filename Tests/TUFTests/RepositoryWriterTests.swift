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

  @Test func keysInDifferentPlacesSignOneAfterTheOther() throws {
    let lab = try TestLab(threshold: 2)
    let (first, second) = (lab.roots[0], lab.roots[1])
    let half = try RepositoryWriter.makeRoot(lab.draft, signedBy: [first])
    #expect(throws: Refusal(.tufSignature, "")) { try RootDocument(trusting: half) }
    let progress = try RepositoryWriter.progress(of: half, after: nil)
    #expect(!progress.isComplete && progress.missing == [second.verifyingKey])
    let again = try RepositoryWriter.sign(half, by: [first])
    #expect(throws: Refusal(.tufSignature, "")) { try RootDocument(trusting: again) }
    let whole = try RepositoryWriter.sign(again, by: [second])
    #expect(try RootDocument(trusting: whole).version == 1)
    #expect(try RepositoryWriter.progress(of: whole, after: nil).isComplete)
  }

  @Test func newRootKeyNeedsOldAndNewThreshold() throws {
    let lab = try TestLab(threshold: 2)
    let fresh = SigningKey.generate()
    var draft = lab.draft
    draft.version = 2
    draft.root.keys = [lab.roots[0].verifyingKey, fresh.verifyingKey]
    var file = try RepositoryWriter.makeRoot(draft, signedBy: [lab.roots[0], fresh])
    #expect(try !RepositoryWriter.progress(of: file, after: lab.rootFiles[0]).isComplete)
    file = try RepositoryWriter.sign(file, by: [lab.roots[1]])
    #expect(try RepositoryWriter.progress(of: file, after: lab.rootFiles[0]).isComplete)
    var stick = lab.stick()
    stick.files["2.root.json"] = file
    stick.add(try lab.release(1))
    guard
      case .newer(let state, _, _, _) = try ChannelUpdater.update(
        lab.trust(), from: stick, binding: lab.binding)
    else { throw Refusal("test", "not newer") }
    #expect(state.root == file)
  }

  @Test func signingKeepsWhatItDoesNotKnow() throws {
    let lab = try TestLab()
    let signed = try lab.draft.signed().setting("later", to: .string("\"é\\"))
    let file = try RepositoryWriter.sign(TestLab.file(signed, []), by: lab.roots)
    #expect(try UnverifiedDocument<RootDocument>(parsing: file).message == signed.bytes)
    #expect(try RootDocument(trusting: file).version == 1)
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
