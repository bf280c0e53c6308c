import StrictJSON
public import Vocabulary

extension RecordMapper {
  /// The task of a record made again from the line of one that nobody has seen: under another id,
  /// and with blind outputs in an order of their own, so that the two can't be told to be one.
  ///
  /// `outputs` is for each outputs field what the line's keys name in the record. Throws `Refusal`
  /// (task-form) for a line that isn't one of this schema.
  public func again(
    _ line: [UInt8], outputs: [String: [String: String]], taskID: ID, shuffled: (Int) -> [Int]
  ) throws(Refusal) -> MappedTask {
    let task = try AnnotationTask(parsing: line, schema: schema)
    var parts: [TaskLine.Part] = []
    var keys: [String: [String: String]] = [:]
    for field in schema.fields {
      if case .outputs(let blind) = field.kind {
        let shown = task.outputs(of: field.name)
        guard !shown.isEmpty else { continue }
        let order = blind ? shuffled(shown.count) : Array(0..<shown.count)
        let again = order.compactMap { shown.indices.contains($0) ? shown[$0] : nil }
        guard again.count == shown.count else {
          throw Refusal(.taskForm, "the shuffled order isn't one of 0 ..< \(shown.count)")
        }
        parts.append((field.name, TaskLine.outputs(again.map(\.text.token))[...]))
        for (position, output) in again.enumerated() {
          keys[field.name, default: [:]][OutputKey.key(position)] = outputs[field.name]?[output.key]
        }
      } else if let value = task.field(field.name) {
        parts.append((field.name, value.token))
      }
    }
    return MappedTask(
      line: TaskLine.bytes(id: taskID, fields: parts), id: taskID, record: nil, outputs: keys,
      assets: task.assets)
  }
}
