import AnnotationModel
import StrictJSON

/// What of the records leaves and what stays, for a person to look at before it does.
struct LeavingReport {
  private let shown: Set<String>
  private var seen: Set<String> = []

  /// Names beyond these are not listed: records of free form would fill a page.
  private static let limit = 200

  init(_ schema: ProjectSchema) {
    shown = Set(
      schema.fields.flatMap { Self.pointers(of: $0) }.compactMap { $0.tokens.first })
  }

  /// The fields that leave.
  static func fields(of schema: ProjectSchema) -> [PackReport.LeavingField] {
    schema.fields.map {
      PackReport.LeavingField(name: $0.name, type: $0.type, from: pointers(of: $0).map(\.text))
    }
  }

  mutating func see(_ record: JSONDocument) {
    guard seen.count < Self.limit else { return }
    for (name, _) in record.root.members { seen.insert(name) }
  }

  /// Members of which nothing is shown.
  var stays: [String] { seen.subtracting(shown).sorted() }

  private static func pointers(of field: Field) -> [JSONPointer] {
    switch field.source {
    case .one(let pointer), .each(let pointer, _): [pointer]
    case .list(let pointers): pointers
    case nil: []
    }
  }
}
