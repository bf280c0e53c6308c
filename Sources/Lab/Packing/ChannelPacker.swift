import AnnotationModel
import BundleFormat
import Cryptography
import Store
import StrictJSON
import Vocabulary

/// Puts the tasks of one room into bundles, in the transaction of a run of `pack`.
struct ChannelPacker {
  private let sql: SQL
  private let source: PackSource
  private let limits: BundleLimits
  private let context: Context
  private var open: OpenBundle?

  /// The channel with what the new bundles changed of it.
  private(set) var channel: ChannelRecord
  private(set) var share: PackReport.Share

  init(
    _ channel: ChannelRecord, source: PackSource, limits: BundleLimits, context: Context, sql: SQL
  ) {
    self.channel = channel
    self.source = source
    self.limits = limits
    self.context = context
    self.sql = sql
    share = PackReport.Share(room: channel.room, channel: channel.id)
  }

  /// Makes the room's own task of a record. Returns its line.
  mutating func add(_ record: JSONDocument, as number: Int64) throws -> [UInt8] {
    try add(source.map(record, context: context), as: number)
  }

  /// The same of a task that came back from another room.
  mutating func add(_ returned: ReturnedTasks.Record) throws -> [UInt8] {
    try add(source.map(returned, context: context), as: returned.number)
  }

  private mutating func add(_ task: MappedTask, as number: Int64) throws -> [UInt8] {
    let images = try source.images(of: task)
    if let open, !open.fits(task.line, images, limits) { try close() }
    var bundle = try open ?? begin()
    let place = bundle.add(task.line, images)
    open = bundle
    share.tasks += 1
    try sql.run(
      """
      INSERT INTO tasks (hash, channel, sequence, place, record, line, outputs)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      .bytes(SHA256.hash(task.line)), .bytes(channel.id), .integer(bundle.sequence),
      .integer(place), .integer(number), .blob(task.line),
      .optional(OutputNames.encoded(task.outputs)))
    return task.line
  }

  /// A new bundle, with the practice tasks where the room hasn't had them.
  private mutating func begin() throws -> OpenBundle {
    let sequence = channel.sequence + 1
    guard let practice = try source.practice(for: channel.id, context: context) else {
      return OpenBundle(sequence: sequence, assets: source.mentioned)
    }
    try source.practices.putSent(practice.lines, to: channel.id, sequence: sequence)
    share.practice += practice.lines
    return OpenBundle(
      sequence: sequence, assets: source.mentioned.merging(practice.images) { $1 },
      practice: practice.lines)
  }

  /// Ends the last bundle.
  mutating func finish() throws {
    try close()
    try Channels(sql: sql).put(channel)
  }

  private mutating func close() throws {
    guard let bundle = open else { return }
    open = nil
    let record = channel.nextBundle(
      .tasks(
        count: bundle.tasks, version: source.schema.version, guidelines: source.guidelinesHash),
      entries: bundle.entries(schema: source.schema.leavingBytes, guidelines: source.guidelines),
      context: context)
    try Bundles(sql: sql, channel: channel.id).put(record)
    share.bundles.append(
      PackReport.PackedBundle(
        sequence: record.sequence, tasks: bundle.tasks, assets: bundle.assets.count,
        taskBytes: bundle.taskBytes, sealedBytes: 0))
  }
}
