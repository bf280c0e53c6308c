import AnnotationModel
import BundleFormat
import Cryptography
import StrictJSON
import Vocabulary

/// The pass over log.jsonl: leaves to root, equal to what is held, and in the order of time.
///
/// What is wrong with a leaf's content is said only after the root was found right: a leaf that was
/// changed behind the room's back is to be told from one that the room wrote wrong.
struct LeafPass {
  private let manifest: ResultManifest
  private let knowledge: any ChannelKnowledge
  private let sink: any BatchSink
  private let held: Int64
  private var lines = JSONLines(limit: Limits.leaf)
  private var place: Int64
  private var fork: Int64?
  private var fault: Refusal?
  private var lastIsExport = false

  private(set) var frontier: MerkleFrontier
  private(set) var lastAt: Int64
  private(set) var pending = PendingEvents()
  private(set) var former: EpochID?
  /// What leaf 0 says of the log before a restore, where it is new.
  private(set) var restored: (epoch: EpochID, size: Int64, root: Digest)?
  private(set) var findings: [Finding] = []

  init(
    _ manifest: ResultManifest, knowledge: any ChannelKnowledge, sink: any BatchSink
  ) throws {
    self.manifest = manifest
    self.knowledge = knowledge
    self.sink = sink
    held = knowledge.position?.size ?? 0
    guard manifest.from <= held, let start = try knowledge.frontier(at: manifest.from) else {
      throw Refusal(
        Reason.logGap, "the archive begins at leaf \(manifest.from), the lab holds \(held)")
    }
    frontier = start
    place = manifest.from
    // Of leaves that are held the times were checked; the first new one follows the last of them.
    lastAt = knowledge.lastAt
    former = knowledge.former
  }

  /// Leaves that were not held before.
  var newLeaves: Int64 { max(0, manifest.to - held) }

  mutating func feed(_ chunk: ArraySlice<UInt8>) throws {
    var lines = self.lines
    defer { self.lines = lines }
    try lines.feed(chunk) { _, line in try take(line) }
  }

  /// Ends the pass: as many leaves as declared, the signed root, what was held before, then
  /// whatever was wrong with a leaf.
  mutating func finish(_ checkpoint: Checkpoint) throws {
    var lines = self.lines
    try lines.finish { _, line in try take(line) }
    guard place == manifest.to, checkpoint.size == manifest.to else {
      throw Refusal(
        Reason.logCount,
        "\(place - manifest.from) leaves, where manifest and checkpoint declare "
          + "\(manifest.to - manifest.from) and \(checkpoint.size - manifest.from)")
    }
    guard frontier.root == checkpoint.root else {
      throw Refusal(Reason.root, "the leaves don't give the root that the room signed")
    }
    if let fork {
      throw Refusal(
        Reason.logFork, "leaf \(fork) is another than the lab holds: the log was rewritten")
    }
    if let fault { throw fault }
    guard lastIsExport else {
      throw Refusal(Reason.logCount, "the last leaf is not the archive's own export")
    }
  }

  private mutating func take(_ line: ArraySlice<UInt8>) throws {
    guard place < manifest.to else {
      throw Refusal(Reason.logCount, "more leaves than the manifest declares")
    }
    frontier.append(leafHash: MerkleTree.leafHash(of: line))
    if place < held {
      let isSame = try knowledge.line(place)?.elementsEqual(line) ?? false
      if !isSame, fork == nil { fork = place }
    } else {
      try sink.leaf(line, place: place)
    }
    if fork == nil, fault == nil {
      do throws(Refusal) {
        try read(Leaf(parsing: Array(line)))
      } catch {
        fault = Refusal(error.code, "leaf \(place): \(error.why)")
      }
    }
    place += 1
  }

  private mutating func read(_ leaf: Leaf) throws(Refusal) {
    let isNew = place >= held
    lastIsExport = false
    if isNew {
      guard leaf.at >= lastAt else {
        throw Refusal(Reason.leafAt, "its time is before that of the leaf before it")
      }
      lastAt = leaf.at
      note(leaf)
    }
    switch leaf.event {
    case .act(let person, let act, let signature):
      pending.append(
        .init(
          place: place, at: leaf.at, person: person, act: act, signature: signature, isNew: isNew))
    case .person(let person, let key, let why) where isNew:
      guard let key = VerifyingKey(hex: key) else {
        throw Refusal(Reason.leafForm, "a person's key is not a key")
      }
      pending.append(person, key: key, why: why)
    case .restored(let epoch, let size, let root) where isNew:
      guard place == 0 else {
        throw Refusal(Reason.leafForm, "a restored leaf stands at a log's start alone")
      }
      former = epoch
      restored = (epoch, size, root)
    case .export(let sequence, let from, let to):
      lastIsExport =
        sequence == manifest.sequence && from == manifest.from && to == manifest.to
    default: break
    }
  }

  /// What a person of the lab should hear of.
  private mutating func note(_ leaf: Leaf) {
    if !leaf.unknown.isEmpty {
      findings.append(
        Finding("leaf-unknown", "leaf \(place) holds members that this version doesn't know"))
    }
    switch leaf.event {
    case .alarm(let code, _): findings.append(Finding(code, "the room raised an alarm: \(code)"))
    case .network(isUp: true):
      findings.append(Finding("network", "a network came up in the room"))
    case .clock(let from, let to):
      findings.append(Finding("clock", "the room's clock went from \(from) to \(to)"))
    default: break
    }
  }
}
