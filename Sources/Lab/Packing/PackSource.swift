import AnnotationModel
import Cryptography
import Store
import StrictJSON
import Vocabulary

/// What a run of `pack` takes tasks from: the project's newest schema, guidelines and images.
struct PackSource {
  let schema: ProjectSchema
  let guidelines: [UInt8]
  let guidelinesHash: Digest
  /// The images that the guidelines name, with their sizes.
  let mentioned: [Digest: Int64]
  private let mapper: RecordMapper
  private let assets: Assets
  /// The project's practice tasks.
  let practices: Practices

  init(_ project: ProjectRecord, sql: SQL) throws {
    let schemas = Schemas(sql: sql, project: project.id)
    guard let own = try schemas.version(project.version)?.own,
      let guidelines = try schemas.guidelines(project.guidelines)
    else {
      throw StoreFailure(
        .damaged, path: "lab.sqlite", detail: "a project has no schema or guidelines")
    }
    schema = try ProjectSchema(parsing: own, side: .lab)
    mapper = RecordMapper(schema: schema)
    self.guidelines = guidelines
    guidelinesHash = project.guidelines
    assets = Assets(sql: sql, project: project.id)
    practices = Practices(sql: sql, project: project.id)
    mentioned = try Self.sizes(of: AssetMentions.find(in: guidelines), in: assets)
  }

  /// A task of the record with an id and an order of outputs of its own.
  func map(_ record: JSONDocument, context: Context) throws -> MappedTask {
    try mapper.map(
      record, taskID: context.fresh(),
      shuffled: { Shuffle.order(of: $0, random: context.random) }, asset: assets.image)
  }

  /// The task that came back, made anew.
  func map(_ task: ReturnedTasks.Record, context: Context) throws -> MappedTask {
    try mapper.again(
      task.line, outputs: task.outputs.pointers, taskID: context.fresh(),
      shuffled: { Shuffle.order(of: $0, random: context.random) })
  }

  /// The images that a task brings, with their sizes: those of its fields, and those of the
  /// project that its Markdown names.
  func images(of task: MappedTask) throws -> [Digest: Int64] {
    let named = AssetMentions.find(in: task.line).filter { (try? assets.holds($0)) == true }
    return try Self.sizes(of: task.assets.map(\.sha256) + named, in: assets)
  }

  /// The practice tasks that a channel hasn't had, with their images; nil where it has.
  func practice(
    for channel: ID, context: Context
  ) throws -> (lines: [[UInt8]], images: [Digest: Int64])? {
    guard let source = try practices.due(to: channel) else { return nil }
    let tasks = try source.tasks(schema, image: assets.image, context: context)
    let images = try tasks.reduce(into: [:]) { all, each in
      all.merge(try self.images(of: each.task)) { $1 }
    }
    return (tasks.map(\.line), images)
  }

  private static func sizes(of digests: [Digest], in assets: Assets) throws -> [Digest: Int64] {
    var sizes: [Digest: Int64] = [:]
    for digest in digests where sizes[digest] == nil { sizes[digest] = try assets.size(of: digest) }
    return sizes
  }
}
