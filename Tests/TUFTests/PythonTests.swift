import Cryptography
import Foundation
import StrictJSON
import TestSupport
import Testing
import Vocabulary

@testable import TUF

/// python-tuf reads what we write, and we read what it writes.
@Suite(.enabled(if: Python.path != nil)) struct PythonTests {
  /// Writes a stick's channel and asks python-tuf, which starts at the first root, what it trusts.
  private func verified(
    _ stick: MemoryMetadata, _ trust: [UInt8], files: [(TargetFile, [UInt8])] = []
  ) throws -> JSONValue {
    let folder = try TemporaryFolder()
    let metadata = try folder.folder("channel/metadata")
    let targets = try folder.folder("channel/targets")
    for (name, bytes) in stick.files { try Data(bytes).write(to: metadata.appending(path: name)) }
    for (file, bytes) in files {
      try Data(bytes).write(to: targets.appending(path: file.fileName))
    }
    let root = folder.url.appending(path: "trust")
    try Data(trust).write(to: root)
    let output = try Python.script(
      "verify_channel.py",
      [root.path, folder.url.appending(path: "channel").path, try folder.folder("out").path]
        + files.map(\.0.path))
    return try JSONDocument(output).root
  }

  @Test func pythonVerifiesAChannelOfOurs() throws {
    // python-tuf, unlike a room, believes the machine's clock.
    let now = Int64(Date.now.timeIntervalSince1970) * 1_000
    var lab = try TestLab(threshold: 2)
    try lab.replaceTimestampKey()
    let bytes = SystemRandom.bytes(100_000)
    let file = try TargetFile(
      path: Hex.encoded(SystemRandom.bytes(16)) + ".age", length: Int64(bytes.count),
      sha256: SHA256.hash(bytes), manifest: .zero)
    var stick = lab.stick()
    stick.add(try lab.release(1, issued: now))
    stick.add(try lab.release(2, issued: now, echo: lab.binding.channel, targets: [file]))
    let seen = try verified(stick, lab.rootFiles[0], files: [(file, bytes)])
    for (role, version) in [("root", 2), ("timestamp", 2), ("snapshot", 2), ("targets", 2)] {
      #expect(try seen.require(role).integer() == Int64(version))
    }
    let found = try seen.require("files").require(file.path)
    #expect(try found.require("sha256").digest() == file.sha256)
  }

  @Test func pythonFollowsRootKeysThatChangeHands() throws {
    let now = Int64(Date.now.timeIntervalSince1970) * 1_000
    let lab = try TestLab(threshold: 2)
    let fresh = [SigningKey.generate(), SigningKey.generate()]
    var stick = lab.stick()
    var previous = lab.rootFiles[0]
    // One holder goes, one comes, all must sign; then the other first one goes too.
    for (version, holders, signers) in [
      (2, [lab.roots[0], fresh[0]], [lab.roots[0], lab.roots[1], fresh[0]]),
      (3, fresh, [lab.roots[0], fresh[0], fresh[1]]),
    ] {
      var draft = RootDraft(after: try RootDocument(trusting: previous))
      draft.root = .init(holders.map(\.verifyingKey), threshold: 2)
      var proposal = try RootProposal(
        RepositoryWriter.makeRoot(draft, signedBy: []), after: previous)
      for key in signers { proposal = try proposal.signed(by: key) }
      #expect(proposal.progress.isComplete)
      previous = proposal.file
      stick.files["\(version).root.json"] = previous
    }
    stick.add(try lab.release(1, issued: now))
    #expect(try verified(stick, lab.rootFiles[0]).require("root").integer() == 3)
    // The second root without one of the old holders: python-tuf refuses it, as a room does.
    let second = try #require(stick.files["2.root.json"])
    var broken = try RootProposal(
      RepositoryWriter.makeRoot(
        RootDraft(after: RootDocument(trusting: lab.rootFiles[0])), signedBy: []),
      after: lab.rootFiles[0])
    broken = try broken.signed(by: lab.roots[0])
    stick.files["2.root.json"] = broken.file
    #expect(throws: Python.Failed.self) { try verified(stick, lab.rootFiles[0]) }
    #expect(throws: Refusal(.tufSignature, "")) { try Room.taken(stick, lab.trust(), lab) }
    stick.files["2.root.json"] = second
    #expect(try Room.taken(stick, lab.trust(), lab).summary().root.version == 3)
  }

  @Test func pythonRefusesAChannelOfOursBelowTheThreshold() throws {
    let lab = try TestLab(threshold: 2)
    var stick = lab.stick()
    stick.add(try lab.release(1))
    let half = try RepositoryWriter.makeRoot(lab.draft, signedBy: [lab.roots[0]])
    #expect(throws: Python.Failed.self) { try verified(stick, half) }
  }

  @Test func weVerifyAChannelOfPython() throws {
    let folder = try TemporaryFolder()
    let lab = try TestLab()
    let manifest = Digest(unchecked: SystemRandom.bytes(32))
    _ = try Python.script(
      "write_channel.py",
      [
        folder.url.path, lab.binding.project.hex, lab.binding.channel.hex, lab.draft.seal[0].text,
        manifest.hex,
      ])
    var stick = MemoryMetadata()
    for name in SharedFolder.names(in: folder.url) where name.hasSuffix(".json") {
      stick.files[name] = Array(try Data(contentsOf: folder.url.appending(path: name)))
    }
    let trust = try TrustState(trusting: try #require(stick.files["1.root.json"]))
    let update = try ChannelUpdater.update(trust, from: stick, binding: lab.binding)
    guard case .newer(let state, let targets, _, _) = update else {
      throw Refusal("test", "not newer")
    }
    let root = try state.summary().root
    #expect(root.version == 3)
    #expect(root.keys(of: .root).threshold == 3 && root.keys(of: .root).keys.count == 3)
    #expect(targets.map(\.manifest) == [manifest])
  }
}
