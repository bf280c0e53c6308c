import Cryptography
import Exchange
import Foundation
import StrictJSON
import TUF
import TestSupport
import Testing
import Vocabulary

/// The sticks of another implementation (vectors/airlock), taken in as far as the spool.
@Suite(.enabled(if: SharedFolder.vectors != nil)) struct VectorTests {
  /// Codes that are decided up to the spool, beside those of the metadata.
  private static let spoolCodes: Set<String> = ["target-missing", "target-hash"]

  private let vectors: URL
  private let binding: ChannelBinding
  private let trust: TrustState
  private let spool: TemporaryFolder

  init() throws {
    vectors = try #require(SharedFolder.vectors)
    let expected = try JSONDocument(
      Array(try Data(contentsOf: vectors.appending(path: "good/expected.json")))
    ).root
    binding = ChannelBinding(
      project: try expected.require("project").id(), channel: try expected.require("channel").id())
    trust = try TrustState(
      trusting: Array(try Data(contentsOf: vectors.appending(path: "good/lab.trust"))))
    spool = try TemporaryFolder()
  }

  /// Takes in all targets; throws the first refusal.
  private func takeIn(_ stick: URL) throws -> Int {
    let folder = DownFolder(try FolderDrive(stick.path), channel: binding.channel)
    let update = try ChannelUpdater.update(trust, from: folder, binding: binding)
    guard case .newer(_, let targets, _, _) = update else { return 0 }
    for target in targets {
      let spooled = try folder.spool(target, into: spool.path)
      let sink = HashingSink()
      try spooled.source().copy(to: sink)
      #expect(sink.digest == target.sha256)
    }
    return targets.count
  }

  @Test func theGoodStickIsSpooled() throws {
    #expect(try takeIn(vectors.appending(path: "good/stick")) > 0)
  }

  @Test func theGoodStickIsListed() throws {
    let drive = try FolderDrive(vectors.appending(path: "good/stick").path)
    let listing = try ExchangeListing(drive)
    #expect(listing.down.map(\.channel) == [binding.channel])
    #expect(listing.up.map(\.channel) == [binding.channel])
    let up = UpFolder(drive, channel: binding.channel)
    for epoch in try up.epochs() {
      for sequence in try up.sequences(in: epoch) {
        #expect(try up.note(sequence, in: epoch)?.isEmpty == false)
      }
      #expect(try up.sequences(in: epoch).count == listing.up.first?.files)
    }
  }

  @Test func badFilesAreRefusedForTheirReason() throws {
    for name in SharedFolder.names(in: vectors.appending(path: "bad")) {
      let folder = vectors.appending(path: "bad/\(name)")
      let value = try JSONDocument(
        Array(try Data(contentsOf: folder.appending(path: "expect.json")))
      ).root
      let reason = try value.require("reason").string()
      guard Self.spoolCodes.contains(reason) else { continue }
      let removed = try value.require("removed").elements.map { try $0.string() }
      let stick = try assembled(folder.appending(path: "stick"), without: removed)
      let refusal = #expect(throws: Refusal.self, "\(name)") { try takeIn(stick.url) }
      #expect(refusal?.code.rawValue == reason, "\(name)")
    }
  }

  private func assembled(_ overlay: URL, without removed: [String]) throws -> TemporaryFolder {
    let stick = try TemporaryFolder()
    for source in [vectors.appending(path: "good/stick"), overlay] {
      for case let path as String in FileManager.default.enumerator(atPath: source.path) ?? .init()
      where source == overlay || !removed.contains(path) {
        let file = source.appending(path: path)
        if let bytes = try? Data(contentsOf: file) { try stick.put(path, Array(bytes)) }
      }
    }
    return stick
  }
}
