public import Exchange
import Store
public import Vocabulary

extension Custodian {
  /// Exchanges with a stick: takes in what came down for this room, puts out what goes up.
  ///
  /// Channels are those with a folder in `down/` there, or `only`'s. What is refused is in the
  /// report and in the channel's log; it never stops the other channels or the export. `watch` is
  /// told how far it is, and `done` only once the stick may be pulled out.
  public func sync(
    _ drive: any Drive, only: ID?, direction: ExchangeDirection = .both,
    watch: StickWatch = .silent
  ) throws -> SyncReport {
    let drive = WatchedDrive(drive, watch)
    watch.enter(.looking)
    let present = Set(try ExchangeListing.down(drive))
    var report = SyncReport()
    var fault: DriveFault?
    var known: Set<ID> = []
    for trusted in try store.projects() {
      known.insert(trusted.channel)
      if let only, trusted.project != only { continue }
      guard present.contains(trusted.channel) || only == trusted.project else { continue }
      let isPresent = direction.takesIn && present.contains(trusted.channel)
      do {
        report.channels.append(
          try sync(trusted, drive, isPresent: isPresent, putsOut: direction.putsOut, watch))
      } catch let trouble as DriveFault where trouble.kind != .vanished {
        // What a full or write-protected stick can't carry up stops nothing from coming down.
        fault = fault ?? trouble
      }
    }
    if let fault { throw fault }
    for buried in try store.tombstones() where present.contains(buried.channel) {
      known.insert(buried.channel)
      report.destroyed.append(buried)
    }
    report.foreign = present.subtracting(known).count
    try register.events.forget(takenBy: store.projects().map(\.project))
    try drive.settle()
    watch.enter(.done)
    return report
  }

  private func sync(
    _ trusted: CustodianStore.TrustedProject, _ drive: any Drive, isPresent: Bool, putsOut: Bool,
    _ watch: StickWatch
  ) throws -> SyncReport.Channel {
    var channel = try open(trusted)
    var report = SyncReport.Channel(project: trusted.project)
    report.awaitsAcceptance = try channel.store.read { try $0.awaitsAcceptance }
    if isPresent {
      let down = DownFolder(drive, channel: trusted.channel)
      try ChannelImport(custodian: self, channel: channel, folder: down, watch: watch).run(&report)
    }
    channel = try RoomKeys(custodian: self).settled(channel)
    if putsOut {
      try register.events.deliver(to: channel.store, of: trusted.project, now: context.now())
      let up = UpFolder(drive, channel: trusted.channel)
      try ChannelExport(custodian: self, channel: channel, folder: up, drive: drive, watch: watch)
        .run(&report)
    }
    report.codename = try channel.codename()
    report.lease = try channel.store.read { try LeaseOutlook(in: $0) }
    report.pause = try channel.store.read { try Pause(in: $0) }
    report.awaitsAcceptance = try channel.store.read { try $0.awaitsAcceptance }
    try channel.store.close()
    return report
  }

  /// Opens a project's channel for the length of `body`.
  func withChannel<Value>(
    _ trusted: CustodianStore.TrustedProject, _ body: (TrustedChannel) throws -> Value
  ) throws -> Value {
    let channel = try open(trusted)
    return try channel.store.closing { try body(channel) }
  }

  /// Opens a project's channel, and checks that its log is not behind what this room has signed.
  func open(_ trusted: CustodianStore.TrustedProject) throws -> TrustedChannel {
    let channel = try openUnchecked(trusted)
    try AnchorCheck(channel: channel).check(trusted)
    return channel
  }

  /// The same without the check, for whoever makes it or is about to begin an epoch.
  func openUnchecked(_ trusted: CustodianStore.TrustedProject) throws -> TrustedChannel {
    guard let identity = try store.identity(lab: trusted.lab) else {
      throw Refusal("store-incomplete", "the identity for this project's lab is missing")
    }
    let project = try ProjectStore(
      path: home.store(trusted.project), key: try storeKey(trusted), create: false)
    return TrustedChannel(
      project: trusted.project, channel: trusted.channel,
      epoch: try project.read { try $0.identifier(.epoch) }, identity: identity, store: project,
      custodianStore: store, context: context)
  }
}
