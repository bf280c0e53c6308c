public import Exchange
import Store
import StrictJSON
import Vocabulary

extension LabService {
  /// Maps records into tasks, deals them to rooms, and puts the bundles on a stick. All or nothing:
  /// what can't be packed or doesn't fit on the stick leaves lab and stick as they were.
  ///
  /// `progress` is told how many records were read, `watch` how far the stick is. Throws
  /// `DocumentFault` with file and line, `Failure`, or `DriveFault`.
  public func pack(
    _ request: PackRequest, progress: @escaping @Sendable (Int64) -> Void = { _ in },
    watch: StickWatch = .silent
  ) throws -> PackReport {
    guard !request.files.isEmpty || request.takesReturned else {
      throw Failure(.usage, "--tasks: at least one file of records is needed, or --returned")
    }
    if request.isDryRun { return try rehearse(request, progress) }
    guard let exchange = request.exchange else {
      throw Failure(.usage, "--exchange: the stick's folder is needed, or --dry-run")
    }
    let drive = try StickWriter.folder(exchange, create: true)
    return try pack(request, on: drive, watch, progress)
  }

  /// The same onto any drive.
  func pack(
    _ request: PackRequest, on drive: any Drive, _ watch: StickWatch = .silent,
    _ progress: @escaping @Sendable (Int64) -> Void
  ) throws -> PackReport {
    let drive = WatchedDrive(drive, watch)
    let stick = StickWriter(drive: drive)
    let (report, releases) = try database.bulkWrite { sql in
      let result = try run(request, sql, progress)
      watch.enter(.sealing)
      let releases = try release(result.channels, sql)
      try stick.require(releases, watch)
      // Onto the stick before anything is committed: a stick that is full changes nothing.
      for (channel, release) in releases { try stick.writeTargets(release, of: channel.id) }
      try Journal(sql: sql, now: context.now()).note("pack") {
        $0.member("project", result.report.project)
        $0.member("tasks", result.report.tasks)
      }
      return (try sized(result.report, sql), releases)
    }
    _ = try put(releases, on: drive, given: "the tasks are packed, sync puts them")
    watch.enter(.done)
    return report
  }

  /// Does all of it and then forgets it, so that what is told is exactly what would leave.
  private func rehearse(
    _ request: PackRequest, _ progress: @escaping @Sendable (Int64) -> Void
  ) throws -> PackReport {
    struct Rehearsed: Error { let report: PackReport }
    do {
      return try database.bulkWrite { sql in
        let result = try run(request, sql, progress)
        throw Rehearsed(report: try sized(result.report, sql))
      }
    } catch let rehearsed as Rehearsed {
      return rehearsed.report
    }
  }

  private func run(
    _ request: PackRequest, _ sql: SQL, _ progress: @escaping @Sendable (Int64) -> Void
  ) throws -> PackRun.Result {
    try PackRun(
      sql: sql, context: context, limits: bundleLimits,
      project: Projects(sql: sql).named(request.project)
    ).run(request, progress: progress)
  }

  /// The report with the sizes of the sealed files.
  private func sized(_ report: PackReport, _ sql: SQL) throws -> PackReport {
    var report = report
    let releasing = Releasing(sql: sql, context: context, outbox: outbox)
    for room in report.rooms.indices {
      let share = report.rooms[room]
      guard let channel = try Channels(sql: sql).with(id: share.channel) else { continue }
      let bundles = try Bundles(sql: sql, channel: share.channel).after(0)
      report.rooms[room].bundles = try share.bundles.map { packed in
        guard let bundle = bundles.first(where: { $0.sequence == packed.sequence }) else {
          return packed
        }
        let size = try bundle.sealed?.size ?? releasing.sealedSize(bundle, of: channel)
        return packed.sealed(size)
      }
    }
    return report
  }
}

extension PackReport.PackedBundle {
  fileprivate func sealed(_ bytes: Int64) -> Self {
    Self(
      sequence: sequence, tasks: tasks, assets: assets, taskBytes: taskBytes, sealedBytes: bytes)
  }
}
