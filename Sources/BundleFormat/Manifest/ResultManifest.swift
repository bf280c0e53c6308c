public import Cryptography
import StrictJSON
public import Vocabulary

/// The manifest of a result archive, on its way from room to lab (formats.md, section 5).
public struct ResultManifest: Hashable, Sendable {
  /// The project that it belongs to.
  public let project: ID
  /// The room that wrote it.
  public let room: ID
  /// The epoch of the log that this is a part of.
  public let epoch: EpochID
  /// The archive's place in that epoch, from 1.
  public let sequence: Int64
  /// The index of the first leaf.
  public let from: Int64
  /// The index after the last leaf, which is the archive's own `export`.
  public let to: Int64
  /// nil where nothing has been imported yet.
  public let received: Received?
  /// A fresh random value, which the lab's next timestamp echoes.
  public let nonce: ID
  /// Who the lab seals the next bundles to.
  public let seal: AgeRecipient
  /// The program that wrote it.
  public let software: Software
  /// What follows the manifest, in this order.
  public let entries: [ManifestEntry]

  /// A manifest of these members, to be encoded.
  public init(
    project: ID, room: ID, epoch: EpochID, sequence: Int64, from: Int64, to: Int64,
    received: Received?, nonce: ID, seal: AgeRecipient, software: Software,
    entries: [ManifestEntry]
  ) {
    self.project = project
    self.room = room
    self.epoch = epoch
    self.sequence = sequence
    self.from = from
    self.to = to
    self.received = received
    self.nonce = nonce
    self.seal = seal
    self.software = software
    self.entries = entries
  }

  /// Reads a manifest. Unknown members are refused, and every rule about entries holds afterwards.
  ///
  /// Throws a `json-` code, `manifest-kind`, `log-count`, `path`, `path-twice`, `entry-extra`,
  /// `entry-order`, `entry-missing` or `size`. That project, room, epoch and sequence are the
  /// expected ones is for the caller to check.
  public init(parsing bytes: [UInt8]) throws(Refusal) {
    let (root, kind) = try ManifestDocument.open(bytes, kinds: [.results])
    self = try Refusal.of("the manifest") { () throws(JSONFault) in try ResultManifest(root) }
    guard from < to else {
      throw Refusal(.logCount, "the manifest's leaves end where they begin, or before")
    }
    try EntryRules(kind: kind).check(entries)
  }

  private init(_ root: JSONValue) throws(JSONFault) {
    try root.onlyMembers([
      "airlock", "kind", "project", "room", "epoch", "sequence", "from", "to", "received", "nonce",
      "seal", "software", "entries",
    ])
    project = try root.require("project").id()
    room = try root.require("room").id()
    epoch = try root.require("epoch").epoch()
    sequence = try root.require("sequence").sequence()
    from = try root.require("from").integer()
    to = try root.require("to").integer()
    received = try root.require("received").optional(Received.init)
    nonce = try root.require("nonce").id()
    let seal = try root.require("seal")
    guard let recipient = try? AgeRecipient(try seal.string()) else {
      throw seal.fault(.value, "an age X25519 recipient")
    }
    self.seal = recipient
    software = try Software(try root.require("software"))
    entries = try ManifestEntry.list(in: root)
  }

  /// The bytes of `manifest.json`: members in the order of formats.md, no white space, no LF.
  public func encoded() -> [UInt8] {
    var writer = JSONWriter(capacity: 1_024)
    writer.object {
      $0.member("airlock", ManifestDocument.version)
      $0.member("kind", ManifestKind.results.rawValue)
      $0.member("project", project)
      $0.member("room", room)
      $0.member("epoch", epoch)
      $0.member("sequence", sequence)
      $0.member("from", from)
      $0.member("to", to)
      $0.member("received") { received == nil ? $0.null() : received?.write(to: &$0) }
      $0.member("nonce", nonce)
      $0.member("seal", seal.text)
      $0.member("software") { software.write(to: &$0) }
      $0.array("entries") { for entry in entries { entry.write(to: &$0) } }
    }
    return writer.bytes
  }
}
