import StrictJSON
import Vocabulary

/// Which output of a record a task shows under which key: what stays in the lab of a blind task.
struct OutputNames {
  /// For each outputs field: key → JSON Pointer into the record.
  let pointers: [String: [String: String]]

  /// The mapping as lab.sqlite keeps it; nil where there is nothing to keep.
  static func encoded(_ outputs: [String: [String: String]]) -> [UInt8]? {
    guard !outputs.isEmpty else { return nil }
    var writer = JSONWriter()
    writer.object { fields in
      for (field, keys) in outputs.sorted(by: { $0.key < $1.key }) {
        fields.object(field) { object in
          for (key, pointer) in keys.sorted(by: { $0.key < $1.key }) {
            object.member(key, pointer)
          }
        }
      }
    }
    return writer.bytes
  }

  /// Reads what `encoded` wrote.
  init(_ bytes: [UInt8]?) throws {
    var pointers: [String: [String: String]] = [:]
    if let bytes {
      for (field, keys) in try JSONDocument(bytes).root.members {
        for (key, pointer) in keys.members {
          pointers[field, default: [:]][key] = try pointer.string()
        }
      }
    }
    self.pointers = pointers
  }
}
