import AnnotationModel
import StrictJSON
import Vocabulary

/// A record of the lab: the task made of it must be one for the room.
func fuzzRecord(_ input: [UInt8]) throws {
  guard let fixed = FixedProject.shared else { return }
  let mapped = try RecordMapper(schema: fixed.lab).map(
    JSONDocument(input), taskID: fixed.task.id, shuffled: { Array((0..<$0).reversed()) },
    asset: { _ in AssetReference(sha256: .zero, type: "image/png") })
  let task = mustParse("a mapped record is a task") {
    try AnnotationTask(parsing: mapped.line, schema: fixed.room)
  }
  expect(task?.line == mapped.line, "a task keeps its line")
  expect(task?.assets == mapped.assets, "a task names the record's images")
  for (field, keys) in mapped.outputs {
    expect(Set(task?.outputKeys(of: field) ?? []) == Set(keys.keys), "outputs keep their keys")
  }
}
