import AnnotationModel

/// A line of tasks.jsonl, and one of practice.jsonl.
func fuzzTask(_ input: [UInt8]) throws {
  guard let fixed = FixedProject.shared else { return }
  if let task = try? AnnotationTask(parsing: input, schema: fixed.room) {
    expect(task.line == input, "a task keeps its line")
    for field in fixed.room.fields {
      expect(task.outputs(of: field.name).count == task.outputKeys(of: field.name).count, "keys")
      expect(field.optional || task.field(field.name) != nil, "what is needed is there")
    }
  }
  if let practice = try? PracticeTask(parsing: input, schema: fixed.room) {
    expect(practice.task.line == input, "a practice task keeps its line")
  }
}
