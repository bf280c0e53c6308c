import Cryptography
import Testing
import Vocabulary

@testable import TUF

/// Roots that several people sign, one after the other or on copies.
@Suite struct RootProposalTests {
  /// The first root of a lab, and its next one, which replaces the second root key.
  private struct Succession {
    let lab: TestLab
    let fresh = SigningKey.generate()
    let next: [UInt8]

    init(_ change: (inout RootDraft) -> Void = { _ in }) throws {
      lab = try TestLab(threshold: 2)
      var draft = lab.draft
      draft.version = 2
      draft.root.keys = [lab.roots[0].verifyingKey, fresh.verifyingKey]
      change(&draft)
      next = try RepositoryWriter.makeRoot(draft, signedBy: [])
    }

    func proposal() throws -> RootProposal { try RootProposal(next, after: lab.rootFiles[0]) }
  }

  @Test func holdersSignOneAfterTheOther() throws {
    let lab = try TestLab(threshold: 2)
    let file = try RepositoryWriter.makeRoot(lab.draft, signedBy: [])
    var proposal = try RootProposal(file, after: nil).signed(by: lab.roots[0])
    #expect(throws: Refusal(.tufSignature, "")) { try RootDocument(trusting: proposal.file) }
    #expect(!proposal.progress.isComplete)
    #expect(proposal.progress.needed == [lab.roots[1].verifyingKey])
    proposal = try proposal.signed(by: lab.roots[0])
    #expect(proposal.progress.signed == [lab.roots[0].verifyingKey])
    proposal = try proposal.signed(by: lab.roots[1])
    #expect(proposal.progress.isComplete && proposal.progress.needed.isEmpty)
    #expect(try RootDocument(trusting: proposal.file).version == 1)
  }

  @Test func aNewRootKeyNeedsOldAndNewThreshold() throws {
    let two = try Succession()
    var proposal = try two.proposal().signed(by: two.lab.roots[0]).signed(by: two.fresh)
    #expect(!proposal.progress.isComplete)
    #expect(proposal.progress.demands.map(\.isMet) == [false, true])
    #expect(proposal.progress.needed == [two.lab.roots[1].verifyingKey])
    var stick = two.lab.stick()
    stick.add(try two.lab.release(1))
    stick.files["2.root.json"] = proposal.file
    #expect(throws: Refusal(.tufSignature, "")) {
      try Room.taken(stick, two.lab.trust(), two.lab)
    }
    proposal = try proposal.signed(by: two.lab.roots[1])
    #expect(proposal.progress.isComplete)
    stick.files["2.root.json"] = proposal.file
    #expect(try Room.taken(stick, two.lab.trust(), two.lab).root == proposal.file)
  }

  @Test func copiesThatHoldersSignedApartAreMerged() throws {
    let two = try Succession()
    let copies = try (two.lab.roots + [two.fresh]).map { try two.proposal().signed(by: $0).file }
    var proposal = try two.proposal()
    for copy in copies { proposal = try proposal.merging(copy) }
    #expect(proposal.progress.isComplete)
    #expect(proposal.progress.signed.count == 3)
  }

  @Test func aCopyThatSaysSomethingElseIsRefused() throws {
    let two = try Succession()
    let other = try Succession()
    #expect(throws: Refusal(.tufForm, "")) { try two.proposal().merging(other.next) }
  }

  @Test func nonsenseUnderAHoldersNameDoesNotReplaceASignature() throws {
    let two = try Succession()
    let signed = try two.proposal().signed(by: two.lab.roots[0])
    let forged: UnverifiedDocument<RootDocument> = try MetadataWriter.file(
      UnverifiedDocument<RootDocument>(parsing: two.next).message,
      [
        MetadataSignature(
          keyID: two.lab.roots[0].verifyingKey.keyID, bytes: SystemRandom.bytes(64))
      ])
    #expect(try signed.merging(forged.bytes).progress == signed.progress)
  }

  @Test func aStrangersKeyIsToldThatItCountsForNothing() throws {
    let two = try Succession()
    #expect(throws: Refusal(.tufKey, "")) { try two.proposal().signed(by: .generate()) }
  }

  @Test func onlyTheVeryNextRootOfTheSameProjectFollows() throws {
    let two = try Succession()
    #expect(throws: Refusal(.tufVersion, "")) { try RootProposal(two.next, after: nil) }
    let skipped = try Succession { $0.version = 3 }
    #expect(throws: Refusal(.tufVersion, "")) { try skipped.proposal() }
    let other = try TestLab()
    #expect(throws: Refusal(.bindingProject, "")) {
      try RootProposal(two.next, after: other.rootFiles[0])
    }
  }

  @Test func signingKeepsWhatItDoesNotKnow() throws {
    let lab = try TestLab()
    let signed = try lab.draft.signed().setting("later", to: .string("\"é\\"))
    let file = try RootProposal(TestLab.file(signed, []), after: nil).signed(by: lab.roots[0]).file
    #expect(try UnverifiedDocument<RootDocument>(parsing: file).message == signed.bytes)
    #expect(try RootDocument(trusting: file).version == 1)
  }

  @Test func whatChangesIsNamed() throws {
    let sealed = AgeIdentity.generate().recipient
    let targets = SigningKey.generate().verifyingKey
    let two = try Succession {
      $0.seal = [sealed]
      $0.targets = .init([targets])
      $0.root.threshold = 1
    }
    let difference = try two.proposal().difference
    let root = try #require(difference.roles.first { $0.role == .root })
    #expect(root.added == [two.fresh.verifyingKey])
    #expect(root.removed == [two.lab.roots[1].verifyingKey])
    #expect(root.kept == [two.lab.roots[0].verifyingKey])
    #expect(root.threshold == 1 && root.formerThreshold == 2)
    #expect(difference.roles.filter(\.isChange).map(\.role) == [.root, .targets])
    #expect(difference.sealAdded == [sealed] && difference.sealRemoved == two.lab.draft.seal)
  }
}
