import AnnotationModel
import StrictJSON
import Vocabulary

/// A project's practice.jsonl as its owner writes it: records like any other, each with the answers
/// that the lab would give and why.
///
/// Two top-level members are reserved there: `answers` (a JSON object as a person would submit it,
/// outputs by the keys k1, k2, … in the order of the field's `from`) and `explain` (Markdown).
struct PracticeSource {
  /// The file, for lines that say what is wrong in it.
  let file: String
  let bytes: [UInt8]

  /// A practice task as it leaves, without its LF, and the images that it names.
  struct Task {
    let line: [UInt8]
    let task: MappedTask
  }

  /// Makes the tasks, each with a fresh id. Outputs stand in the order of `from`, so that the
  /// answers' keys name what their author meant; a blind task's order is nobody's secret here.
  ///
  /// Throws `DocumentFault` with file and line for a record that can't be shown, and for answers
  /// that a person could not give.
  func tasks(
    _ schema: ProjectSchema, image: @escaping (String) throws -> AssetReference,
    context: Context
  ) throws -> [Task] {
    let mapper = RecordMapper(schema: schema)
    let leaving = try ProjectSchema(parsing: schema.leavingBytes, side: .room)
    var tasks: [Task] = []
    try each { record in
      guard tasks.count < Limits.practiceTasks else {
        throw DocumentFault(
          pointer: "", problem: "at most \(Limits.practiceTasks) practice tasks are taken")
      }
      let mapped = try mapper.map(
        record, taskID: context.fresh(), shuffled: { Array(0..<$0) }, asset: image)
      tasks.append(
        Task(
          line: try PracticeTask.line(of: record, as: mapped, schema: leaving), task: mapped))
    }
    guard !tasks.isEmpty else {
      throw Failure(.badInput, "\(file): is empty, at least one record is expected")
    }
    return tasks
  }

  private func each(_ body: (JSONDocument) throws -> Void) throws {
    // People's own files may lack the last LF.
    var lines = JSONLines(limit: Limits.record, strict: false)
    let take = { (number: Int, line: ArraySlice<UInt8>) throws in
      do {
        try body(JSONDocument(line))
      } catch let fault as JSONFault {
        throw DocumentFault(fault).at(file: file, line: number)
      } catch let fault as DocumentFault {
        throw fault.at(file: file, line: number)
      }
    }
    do {
      try lines.feed(bytes[...], each: take)
      try lines.finish(each: take)
    } catch let fault as JSONFault {
      throw DocumentFault(fault).at(file: file)
    }
  }
}
