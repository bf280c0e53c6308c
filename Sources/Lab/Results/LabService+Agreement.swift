import Agreement
import AnnotationModel
import Store
import StrictJSON
import Vocabulary

/// How far the people of a project agree on one question.
public struct QuestionAgreement: Sendable {
  /// A coefficient's value, or why it has none.
  public struct Value: Sendable {
    /// The coefficient's name, or a pair of people.
    public let name: String
    /// At most 1; nil where it is undefined.
    public let value: Double?
    /// One clause for a person; nil where there is a value.
    public let undefined: String?
    /// The units that it rests on.
    public let units: Int
  }

  /// The question's name; of ratings by criteria and labels by kind `question/part`.
  public let name: String
  /// Krippendorff's alpha, Fleiss' kappa.
  public let coefficients: [Value]
  /// Cohen's kappa by pair of people, `A|B`.
  public let pairs: [Value]
}

extension LabService {
  /// Agreement on each question of a project that can be compared, in the schema's order. Raters
  /// are people as the logs know them: the same person in two rooms is two.
  public func agreement(_ project: String) throws -> [QuestionAgreement] {
    try database.read { sql in
      let record = try Projects(sql: sql).named(project)
      let schemas = try Schemas(sql: sql, project: record.id).parsed()
      var tally = AgreementTally()
      try CountedAnswers(sql: sql, project: record.id).each { answer in
        guard let schema = schemas[answer.schemaVersion], let bytes = answer.act.answers else {
          return
        }
        let values = try Units(schema: schema, outputs: answer.outputs)
          .values(of: JSONDocument(bytes).root)
        tally.add(values, record: answer.recordID, person: answer.act.person.hex)
      }
      return tally.result()
    }
  }
}

/// Gathers the values of one record at a time, so that a project of any size fits.
struct AgreementTally {
  private var reports: [Units.Series: AgreementReport] = [:]
  private var record: Int64?
  private var open: [Units.Series: [String: [String: Agreement.Category]]] = [:]

  /// Adds a person's values; those of one record must come in a row.
  mutating func add(_ values: [Units.Value], record: Int64, person: String) {
    if self.record != record { close() }
    self.record = record
    for value in values {
      open[value.series, default: [:]][value.item, default: [:]][person] = value.category
    }
  }

  mutating func result() -> [QuestionAgreement] {
    close()
    return reports.sorted { $0.key < $1.key }.map { series, report in
      QuestionAgreement(
        name: series.name,
        coefficients: report.coefficients.map { Self.value($0.name, $0.coefficient) },
        pairs: report.cohenKappas.map { Self.value($0.pair, $0.coefficient) })
    }
  }

  private mutating func close() {
    for (series, items) in open {
      var report = reports[series] ?? AgreementReport(series.isNumeric ? .numeric : .nominal)
      for (_, ratings) in items.sorted(by: { $0.key < $1.key }) { report.add(unit: ratings) }
      reports[series] = report
    }
    open = [:]
  }

  private static func value(_ name: String, _ coefficient: Coefficient) -> QuestionAgreement.Value {
    QuestionAgreement.Value(
      name: name, value: coefficient.value, undefined: coefficient.undefined?.rawValue,
      units: coefficient.units)
  }
}
