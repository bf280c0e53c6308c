import AnnotationModel
import Cryptography
import Store
import StrictJSON
import Vocabulary

extension LabService {
  /// Writes every counted answer of a project as JSON Lines to `path`, in place of a file of that
  /// name once all is written. Returns how many there are.
  public func exportJSONL(
    _ project: String, to path: String, progress: (Int64) -> Void = { _ in }
  ) throws -> Int64 {
    try database.read { sql in
      let record = try Projects(sql: sql).named(project)
      let lines = try ExportLines(project: record.id, sql: sql)
      var count: Int64 = 0
      let (folder, name) = FileFolder.split(path)
      try folder.write(name) { sink in
        try CountedAnswers(sql: sql, project: record.id).each { answer in
          try sink.write(lines.line(answer))
          count += 1
          progress(count)
        }
      }
      return count
    }
  }
}

/// The lines of an export (design.md, "Commands").
struct ExportLines {
  private let project: ID
  private let schemas: [Int64: ProjectSchema]

  init(project: ID, sql: SQL) throws {
    self.project = project
    schemas = try Schemas(sql: sql, project: project).parsed()
  }

  /// One answer with its LF.
  func line(_ answer: CountedAnswer) throws -> [UInt8] {
    guard let answers = answer.act.answers, let schema = schemas[answer.schemaVersion] else {
      throw StoreFailure(.damaged, path: "lab.sqlite", detail: "an answer has no schema")
    }
    let document = try JSONDocument(answers)
    var writer = JSONWriter(capacity: answers.count + 512)
    try writer.object { line in
      line.member("record", raw: InertToken.of(answer.record[...]))
      line.member("task", answer.task)
      line.member("project", project)
      line.member("schemaVersion", answer.schemaVersion)
      line.member("room", answer.room)
      line.member("person", answer.act.person)
      try line.member("answers") {
        try OriginalAnswers(schema: schema, outputs: answer.outputs)
          .write(document.root, to: &$0)
      }
      line.member("activeMs", answer.act.activeMs)
      line.member("scripted", answer.act.scripted)
      line.member("submitted", answer.act.at)
      line.member("logIndex", answer.place)
      line.member("checkpoint", answer.checkpoint)
    }
    return writer.bytes + [0x0A]
  }
}

extension Schemas {
  /// All versions, read as rooms read them.
  func parsed() throws -> [Int64: ProjectSchema] {
    var schemas: [Int64: ProjectSchema] = [:]
    for record in try all() {
      schemas[record.version] = try ProjectSchema(parsing: record.leaving, side: .room)
    }
    return schemas
  }
}
