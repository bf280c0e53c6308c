import BundleFormat
import Cryptography
import Exchange
import Store
import TUF
import Vocabulary

/// Takes in what came down for one channel (formats.md, section 3, "Order").
///
/// Everything is verified before it is parsed, and each bundle is one transaction: a stick pulled
/// out, or a power cut, leaves the bundles before it imported and the rest untouched.
struct ChannelImport {
  let custodian: Custodian
  let channel: TrustedChannel
  let folder: DownFolder
  var watch = StickWatch.silent

  /// A bundle that is verified as far as its manifest.
  struct Opened {
    let manifest: DownManifest
    let manifestHash: Digest
    let spooled: SpooledTarget
    let seal: (id: Int64, identity: AgeIdentity)
  }

  /// Runs the whole import, writing what happened into `report`.
  func run(_ report: inout SyncReport.Channel) throws {
    watch.enter(.looking)
    let update: ChannelUpdate
    do {
      update = try ChannelUpdater.update(
        try channel.trustState(), from: folder, binding: channel.binding)
    } catch let refusal as Refusal where refusal.code == .tufUnfinished {
      report.unfinished = true
      return
    } catch let refusal as Refusal {
      return try alarm(refusal, &report)
    }
    switch update {
    case .older: report.older = true
    case .same(let state, let targets): try take(targets, state, nil, &report)
    case .newer(let state, let targets, _, let echo): try take(targets, state, echo, &report)
    }
  }

  private func take(
    _ targets: [TargetFile], _ state: TrustState, _ echo: ID?, _ report: inout SyncReport.Channel
  ) throws {
    if let refusal = try VoidKeys(channel: channel).refusal(of: state) {
      return try alarm(refusal, &report)
    }
    let echo = try checkEcho(echo, &report)
    var opened: [Opened] = []
    let fresh = try channel.unknown(targets)
    watch.expect(.takingIn, files: fresh.count, bytes: fresh.reduce(0) { $0 + $1.length })
    for target in fresh {
      do {
        opened.append(try open(target))
      } catch let refusal as Refusal
        where refusal.code == .ageNoMatch && report.awaitsAcceptance
      {
        report.sealedToLost += 1
      } catch let refusal as Refusal {
        try alarm(refusal, hash: target.sha256, &report)
      }
    }
    watch.enter(.opening)
    try apply(opened, state, echo, &report)
    // With a bundle the state was stored in its transaction. After a refusal it stays as it was:
    // nothing but the log has changed then.
    if report.alarms.isEmpty, report.imported.isEmpty {
      try channel.store.write { try channel.save(state, in: $0) }
    }
  }

  /// Copies a target into the spool, and opens it as far as the manifest.
  private func open(_ target: TargetFile) throws -> Opened {
    let spooled = try folder.spool(target, into: custodian.home.spool)
    let (reader, seal) = try reader(of: spooled)
    let hash = SHA256.hash(reader.manifest)
    guard hash == target.manifest else {
      throw Refusal("custom-manifest", "a bundle's manifest is not the one that targets names")
    }
    let manifest = try DownManifest(parsing: reader.manifest)
    guard manifest.project == channel.project, manifest.room == channel.identity.room else {
      throw Refusal("manifest-binding", "a bundle for another room or project lies in this channel")
    }
    return Opened(manifest: manifest, manifestHash: hash, spooled: spooled, seal: seal)
  }

  private func reader(
    of spooled: SpooledTarget
  ) throws -> (BundleReader, (id: Int64, identity: AgeIdentity)) {
    let seals = try custodian.store.seals(channel: channel.channel, card: channel.identity.seal)
    for seal in seals {
      do {
        return (try BundleReader(spooled.source(), identities: [seal.identity]), seal)
      } catch let refusal as Refusal where refusal.code == "age-no-match" {
        continue
      }
    }
    throw Refusal("age-no-match", "a bundle is sealed to a key that this room doesn't have")
  }

  /// Applies opened bundles by sequence, up to the first that doesn't follow.
  private func apply(
    _ opened: [Opened], _ state: TrustState, _ echo: StoredExport?,
    _ report: inout SyncReport.Channel
  ) throws {
    var waiting = opened.sorted { $0.manifest.sequence < $1.manifest.sequence }
    if let echo { try channel.store.write { try channel.renewLease(echo, in: $0) } }
    while !waiting.isEmpty {
      let last = try channel.store.read { try $0.lastBundle() }
      let due = (last?.sequence ?? 0) + 1
      for stale in waiting where stale.manifest.sequence < due {
        let why = "number \(stale.manifest.sequence) came again with other content"
        try alarm(Refusal("sequence", why), hash: stale.manifestHash, &report)
      }
      waiting.removeAll { $0.manifest.sequence < due }
      let candidates = waiting.filter { $0.manifest.sequence == due }
      guard !candidates.isEmpty else {
        // A gap that a refused file has left is that file's alarm.
        if !waiting.isEmpty, report.alarms.isEmpty, report.sealedToLost == 0 {
          try alarmGap(due, waiting, &report)
        }
        return
      }
      let follows = candidates.filter { $0.manifest.previous == (last?.manifest ?? .zero) }
      guard let next = follows.first, follows.count == 1 else {
        return try alarmFork(candidates, follows: follows.count, &report)
      }
      let effect: OrderEffect
      do {
        effect = try BundleImport(channel: channel, state: state).apply(next, &report)
      } catch let refusal as Refusal {
        return try alarm(refusal, hash: next.manifestHash, &report)
      }
      waiting.removeAll { $0.manifestHash == next.manifestHash }
      try custodian.store.dropSeals(channel: channel.channel, before: next.seal.id)
      try channel.anchor()
      try effect.afterwards?(custodian, channel)
    }
  }

  private func alarmGap(
    _ due: Int64, _ waiting: [Opened], _ report: inout SyncReport.Channel
  ) throws {
    let why = "number \(due) is missing on this stick; \(waiting.count) later ones wait for it"
    try alarm(Refusal("sequence", why), hash: waiting.first?.manifestHash, &report)
  }

  private func alarmFork(
    _ candidates: [Opened], follows: Int, _ report: inout SyncReport.Channel
  ) throws {
    let number = candidates.first?.manifest.sequence ?? 0
    let refusal =
      follows > 1
      ? Refusal("sequence", "two different bundles carry the number \(number)")
      : Refusal("previous", "bundle \(number) does not follow the one before it in this room")
    try alarm(refusal, hash: candidates.first?.manifestHash, &report)
  }

  /// An echo counts only if this room sent it, and only if it is newer than the last that counted.
  private func checkEcho(
    _ echo: ID?, _ report: inout SyncReport.Channel
  ) throws -> StoredExport? {
    guard let echo else { return nil }
    guard let export = try channel.store.read({ try $0.export(nonce: echo) }) else {
      // It may be one of a life that this room lost.
      if try channel.store.read({ try $0.awaitsAcceptance }) { return nil }
      let why = "the lab answers a message that this room never sent"
      try alarm(Refusal("echo", why), &report)
      return nil
    }
    let renewedBy = try channel.store.read { try $0.integer(.leaseRenewedBy) } ?? 0
    return export.sequence > renewedBy ? export : nil
  }

  private func alarm(
    _ refusal: Refusal, hash: Digest? = nil, _ report: inout SyncReport.Channel
  ) throws {
    report.alarms.append(refusal)
    try channel.store.write {
      try $0.raiseAlarm(refusal.code, hash: hash, now: custodian.context.now())
    }
  }
}
