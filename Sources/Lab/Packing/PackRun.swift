import AnnotationModel
import Cryptography
import Store
import StrictJSON
import Vocabulary

/// One run of `pack`, in one transaction: records to rooms, tasks to bundles.
struct PackRun {
  let sql: SQL
  let context: Context
  let limits: BundleLimits
  let project: ProjectRecord

  /// How many tasks are shown as they will be seen.
  private static let samples = 3

  /// What a run leaves to be sealed and signed.
  struct Result {
    var report: PackReport
    let channels: [ChannelRecord]
  }

  /// Throws `DocumentFault` with file and line, or `Failure`.
  func run(
    _ request: PackRequest, progress: @escaping @Sendable (Int64) -> Void
  ) throws -> Result {
    let source = try PackSource(project, sql: sql)
    let channels = try ChannelChoice(sql: sql, project: project).channels(
      request.rooms, for: .tasks)
    guard (1...channels.count).contains(request.overlap) else {
      throw Failure(
        .usage, "--overlap \(request.overlap): 1 to \(channels.count), as many as there are rooms")
    }
    var deal = Deal(
      packers: channels.map {
        ChannelPacker($0, source: source, limits: limits, context: context, sql: sql)
      },
      balance: RoomBalance(
        rooms: channels.count, overlap: request.overlap, random: context.random),
      recalls: Recalls(sql: sql), context: context)
    var report = PackReport(project: project.id)
    var leaving = LeavingReport(source.schema)
    let records = Records(sql: sql, project: project.id)
    let run = try records.newRun()
    try RecordFiles(paths: request.files, progress: progress).each { record, line in
      leaving.see(record)
      try deal.take(record, line, records: records, run: run, into: &report)
    }
    if request.takesReturned {
      for task in try ReturnedTasks(sql: sql, project: project).all() {
        try deal.give(task, into: &report)
      }
    }
    for place in deal.packers.indices { try deal.packers[place].finish() }
    report.rooms = deal.packers.map(\.share)
    report.fields = LeavingReport.fields(of: source.schema)
    report.stays = leaving.stays
    return Result(report: report, channels: deal.packers.map(\.channel))
  }

  /// The rooms of a run and how records are dealt to them.
  private struct Deal {
    var packers: [ChannelPacker]
    var balance: RoomBalance
    let recalls: Recalls
    let context: Context

    /// A task that came back goes to a room that hasn't had its record.
    mutating func give(_ task: ReturnedTasks.Record, into report: inout PackReport) throws {
      try deal(task.number, had: task.channels, into: &report) { try $0.add(task) }
    }

    mutating func take(
      _ record: JSONDocument, _ line: ArraySlice<UInt8>, records: Records, run: Int64,
      into report: inout PackReport
    ) throws {
      let name = try RecordName(of: record, line: line)
      guard let found = try records.take(name, line: SHA256.hash(line), run: run) else {
        throw DocumentFault(
          pointer: record.root["id"] == nil ? "" : "/id",
          problem: "this record was in this run before; each may be packed once")
      }
      if found.isChanged { report.changed += 1 }
      try deal(found.id, had: found.channels, into: &report) { try $0.add(record, as: found.id) }
    }

    /// Gives a record to the rooms whose turn it is, of those that haven't had it. `add` makes a
    /// room's own task of it and returns its line.
    private mutating func deal(
      _ record: Int64, had: Set<ID>, into report: inout PackReport,
      _ add: (inout ChannelPacker) throws -> [UInt8]
    ) throws {
      report.records += 1
      let rooms = balance.next(
        had: Set(packers.indices.filter { had.contains(packers[$0].channel.id) }))
      if rooms.isEmpty { report.skipped += 1 }
      // Only what some room has had can have come back from one.
      if !had.isEmpty, !rooms.isEmpty { try recalls.reissued(record: record, at: context.now()) }
      for room in rooms {
        let line = try add(&packers[room])
        report.tasks += 1
        if report.samples.count < PackRun.samples, room == rooms.first {
          report.samples.append(line)
        }
      }
    }
  }
}
