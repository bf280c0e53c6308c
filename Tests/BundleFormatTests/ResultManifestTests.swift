import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

@Suite struct ResultManifestTests {
  private func entry(_ path: String) -> ManifestEntry {
    ManifestEntry(path: path, size: 100, sha256: .zero)
  }

  private func manifest(
    from: Int64 = 0, to: Int64 = 11, received: Received? = nil,
    names: [String] = [EntryName.checkpoint, EntryName.log, EntryName.acts]
  ) -> ResultManifest {
    ResultManifest(
      project: Crafted.project, room: Crafted.room,
      epoch: EpochID(unchecked: [UInt8](repeating: 7, count: 8)), sequence: 1, from: from, to: to,
      received: received, nonce: ID(unchecked: [UInt8](repeating: 9, count: 16)),
      seal: Crafted.identity.recipient, software: Software(version: "1.0.0", sha256: .zero),
      entries: names.map(entry))
  }

  private func expect(_ code: Refusal.Code, _ manifest: ResultManifest) {
    #expect(throws: Refusal(code, "")) { try ResultManifest(parsing: manifest.encoded()) }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let all = [
      EntryName.checkpoint, EntryName.log, EntryName.acts, EntryName.card, EntryName.attestation,
    ]
    let received = Received(sequence: 4, manifest: SHA256.hash([1]))
    for manifest in [manifest(), manifest(received: received, names: all)] {
      #expect(try ResultManifest(parsing: manifest.encoded()) == manifest)
    }
  }

  @Test func leavesThatEndBeforeTheyBegin() {
    expect(.logCount, manifest(from: 11, to: 11))
    expect(.logCount, manifest(from: 12, to: 11))
  }

  @Test func entriesOfAnotherKindOrOrder() {
    expect(.entryOrder, manifest(names: [EntryName.log, EntryName.checkpoint, EntryName.acts]))
    expect(.entryMissing, manifest(names: [EntryName.checkpoint, EntryName.log]))
    let good = [EntryName.checkpoint, EntryName.log, EntryName.acts]
    expect(.entryExtra, manifest(names: good + [EntryName.tasks]))
    expect(.entryExtra, manifest(names: good + [EntryName.asset(.zero)]))
    expect(.entryOrder, manifest(names: good + [EntryName.attestation, EntryName.card]))
  }

  @Test func aSealThatIsNoRecipient() {
    let text = String(decoding: manifest().encoded(), as: UTF8.self)
    let seal = Crafted.identity.recipient.text
    for other in [seal.uppercased(), "age1", seal + "q", "ssh-ed25519 AAAA"] {
      let bytes = Array(text.replacing(seal, with: other).utf8)
      #expect(throws: Refusal("json-member", "")) { try ResultManifest(parsing: bytes) }
    }
  }

  @Test func aBundleOfferedAsResultsAndTheReverse() {
    let down = Crafted.manifest(Crafted.entries(Crafted.files)).encoded()
    #expect(throws: Refusal(.manifestKind, "")) { try ResultManifest(parsing: down) }
    #expect(throws: Refusal(.manifestKind, "")) {
      try DownManifest(parsing: manifest().encoded())
    }
  }
}
