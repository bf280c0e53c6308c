import Cryptography
import Foundation
import StrictJSON
import TestSupport
import Testing
import Vocabulary

@testable import TUF

/// The metadata of another implementation's world (vectors/airlock).
@Suite(.enabled(if: SharedFolder.vectors != nil)) struct VectorTests {
  let vectors: Vectors
  let expected: JSONValue
  let binding: ChannelBinding
  let trust: TrustState

  init() throws {
    vectors = Vectors(folder: try #require(SharedFolder.vectors))
    let file = try Data(contentsOf: vectors.good.appending(path: "expected.json"))
    expected = try JSONDocument(Array(file)).root
    binding = ChannelBinding(
      project: try expected.require("project").id(), channel: try expected.require("channel").id())
    let root = try Data(contentsOf: vectors.good.appending(path: "lab.trust"))
    trust = try TrustState(trusting: Array(root))
  }

  private func goodStick() throws -> MemoryMetadata {
    let path = "stick/airlock/down/\(binding.channel.hex)/metadata"
    return try vectors.metadata(vectors.good.appending(path: path))
  }

  @Test func theGoodStickIsTaken() throws {
    let stick = try goodStick()
    let update = try ChannelUpdater.update(trust, from: stick, binding: binding)
    guard case .newer(let state, let targets, _, _) = update else {
      throw Refusal("test", "not newer")
    }
    #expect(try state.summary().root.version == stick.highestRoot())
    var manifests: [String: Digest] = [:]
    for (_, bundle) in try expected.require("bundles").members {
      manifests[try bundle.require("target").string()] = try bundle.require("manifest").digest()
    }
    #expect(
      Dictionary(uniqueKeysWithValues: targets.map { ($0.path, $0.manifest) }) == manifests)
  }

  @Test func theFingerprintIsThatOfTheFile() throws {
    let fingerprint = try expected.require("fingerprint").require("lab.trust").digest()
    #expect(SHA256.hash(trust.root) == fingerprint)
  }

  @Test func ourWriterSignsTheSameDocuments() throws {
    let stick = try goodStick()
    let keys = try keysByPublicKey()
    for (name, bytes) in stick.files where name.hasSuffix(".root.json") {
      let theirs = try UnverifiedDocument<RootDocument>(parsing: bytes).verifiedBySelf()
      var draft = RootDraft(after: theirs.content)
      draft.version -= 1
      let signers = try UnverifiedDocument<RootDocument>(parsing: bytes).signatures
        .map { try #require(keys[$0.keyID]) }
      let ours = try UnverifiedDocument<RootDocument>(
        parsing: RepositoryWriter.makeRoot(draft, signedBy: signers))
      // The order of key names in a role is free, and part of what is signed.
      #expect(try ours.claim() == theirs.content)
      #expect(ours.signatures.count == signers.count)
    }
    let theirs = try UnverifiedDocument<TargetsDocument>(
      parsing: try #require(stick.files["1.targets.json"]))
    let document = try theirs.claim()
    let draft = ReleaseDraft(
      version: document.version, channel: document.channel, issued: 0,
      expires: document.header.expires * 1_000, echo: nil)
    #expect(try draft.targets(document.targets).bytes == theirs.message)
    let signer = try #require(keys[theirs.signatures[0].keyID])
    #expect(signer.signature(of: theirs.message) == theirs.signatures[0].bytes)
  }

  @Test func badMetadataIsRefusedForItsReasonAndTheRestIsNotOurs() throws {
    for name in vectors.badNames {
      let bad = try vectors.expectation(name)
      guard bad.side == "room" else { continue }
      let code = try refusal(by: bad)
      if Self.isOurs(bad) {
        #expect(code?.rawValue == bad.reason, "\(name)")
      } else {
        #expect(code == nil, "\(name)")
      }
    }
  }

  /// Codes that only metadata has; JSON codes may belong to what is inside of a bundle.
  private static func isOurs(_ bad: Vectors.Expectation) -> Bool {
    bad.name.hasPrefix("tuf-") || bad.reason.hasPrefix("tuf-")
      || bad.reason.hasPrefix("x-airlock") || ["custom", "target-name"].contains(bad.reason)
  }

  private func refusal(by bad: Vectors.Expectation) throws -> Refusal.Code? {
    var state = trust
    let overlay = vectors.folder.appending(path: "bad/\(bad.name)/lab.trust")
    do {
      if let file = try? Data(contentsOf: overlay) {
        state = try TrustState(trusting: Array(file))
      }
      for stick in try vectors.sticks(bad, channel: binding.channel.hex) {
        let update = try ChannelUpdater.update(state, from: stick, binding: binding)
        if case .newer(let newer, _, _, _) = update { state = newer }
      }
      return nil
    } catch let refusal as Refusal {
      return refusal.code
    }
  }

  private func keysByPublicKey() throws -> [Digest: SigningKey] {
    let file = try Data(contentsOf: vectors.good.appending(path: "keys.json"))
    var keys: [Digest: SigningKey] = [:]
    for (_, value) in try JSONDocument(Array(file)).root.require("ed25519").members {
      let seed = try #require(Hex.decoded(try value.require("seed").string()))
      keys[try value.require("tufKeyid").digest()] = SigningKey(seed: SecretBytes(copying: seed))
    }
    return keys
  }
}
