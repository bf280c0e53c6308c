import StrictJSON
public import Vocabulary

/// The manifest of a task bundle or an order, on its way from lab to room (formats.md, section 5).
public struct DownManifest: Hashable, Sendable {
  /// What comes down.
  public enum Kind: Hashable, Sendable {
    /// Tasks, with the schema and guidelines that they are worked by.
    case tasks
    /// An order.
    case order
  }

  /// Which of the two it is.
  public let kind: Kind
  /// The project that it belongs to.
  public let project: ID
  /// The room that this is for, and no other.
  public let room: ID
  /// Bundles and orders of a channel share one sequence, from 1.
  public let sequence: Int64
  /// The hash of the manifest before; zeros for the first.
  public let previous: Digest
  /// When the lab made it, in milliseconds since 1970 UTC.
  public let issued: Int64
  /// nil is without limit.
  public let lease: Lease?
  /// nil where nothing was verified since the last one sent.
  public let receipt: Receipt?
  /// What follows the manifest, in this order.
  public let entries: [ManifestEntry]

  /// A manifest of these members, to be encoded.
  public init(
    kind: Kind, project: ID, room: ID, sequence: Int64, previous: Digest, issued: Int64,
    lease: Lease?, receipt: Receipt?, entries: [ManifestEntry]
  ) {
    self.kind = kind
    self.project = project
    self.room = room
    self.sequence = sequence
    self.previous = previous
    self.issued = issued
    self.lease = lease
    self.receipt = receipt
    self.entries = entries
  }

  /// Reads a manifest whose hash has been checked. Unknown members are refused, and every rule
  /// about entries holds afterwards.
  ///
  /// Throws a `json-` code, `manifest-kind`, `path`, `path-twice`, `asset-name`, `entry-extra`,
  /// `entry-order`, `entry-missing` or `size`. That project, room, sequence and `previous` are the
  /// expected ones is for the caller to check.
  public init(parsing bytes: [UInt8]) throws(Refusal) {
    let (root, kind) = try ManifestDocument.open(bytes, kinds: [.tasks, .order])
    self = try Refusal.of("the manifest") { () throws(JSONFault) in
      try DownManifest(root, kind: kind == .tasks ? .tasks : .order)
    }
    try EntryRules(kind: kind).check(entries)
  }

  private init(_ root: JSONValue, kind: Kind) throws(JSONFault) {
    try root.onlyMembers([
      "airlock", "kind", "project", "room", "sequence", "previous", "issued", "lease", "receipt",
      "entries",
    ])
    self.kind = kind
    project = try root.require("project").id()
    room = try root.require("room").id()
    sequence = try root.require("sequence").sequence()
    previous = try root.require("previous").digest()
    issued = try root.require("issued").integer()
    lease = try root.require("lease").optional(Lease.init)
    receipt = try root.require("receipt").optional(Receipt.init)
    entries = try ManifestEntry.list(in: root)
  }

  /// The bytes of `manifest.json`: members in the order of formats.md, no white space, no LF.
  public func encoded() -> [UInt8] {
    var writer = JSONWriter(capacity: 512 + entries.count * 192)
    writer.object {
      $0.member("airlock", ManifestDocument.version)
      $0.member("kind", (kind == .tasks ? ManifestKind.tasks : .order).rawValue)
      $0.member("project", project)
      $0.member("room", room)
      $0.member("sequence", sequence)
      $0.member("previous", previous)
      $0.member("issued", issued)
      $0.member("lease") { lease == nil ? $0.null() : lease?.write(to: &$0) }
      $0.member("receipt") { receipt == nil ? $0.null() : receipt?.write(to: &$0) }
      $0.array("entries") { for entry in entries { entry.write(to: &$0) } }
    }
    return writer.bytes
  }
}
