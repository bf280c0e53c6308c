import Agreement
import Foundation

/// One file of `data/agreement`: ratings, and the coefficients that were published for them.
struct PublishedCase: Decodable {
  let id: String
  let format: String
  let data: [[Cell]]
  let reference: [Reference]

  struct Reference: Decodable {
    let coefficient: String
    let publishedValue: Double?
    let tolerance: Double?
    let recomputed: Double?
  }

  enum Cell: Decodable {
    case missing
    case value(Category)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .missing
      } else if let number = try? container.decode(Double.self) {
        self = .value(.number(number))
      } else {
        self = .value(.text(try container.decode(String.self)))
      }
    }
  }

  /// The units, each a value by rater ("r1", "r2", …); counts become that many nameless raters.
  var units: [[String: Category]] {
    data.map { format == "items_x_category_counts" ? Self.expanded($0) : Self.named($0) }
  }

  private static func named(_ row: [Cell]) -> [String: Category] {
    var unit: [String: Category] = [:]
    for (place, cell) in row.enumerated() {
      if case .value(let value) = cell { unit["r\(place + 1)"] = value }
    }
    return unit
  }

  private static func expanded(_ counts: [Cell]) -> [String: Category] {
    var unit: [String: Category] = [:]
    for (category, cell) in counts.enumerated() {
      guard case .value(.number(let count)) = cell else { continue }
      for _ in 0..<Int(count) { unit["r\(unit.count + 1)"] = .number(Double(category)) }
    }
    return unit
  }

  /// Every case of the folder, by file name.
  static func all() throws -> [PublishedCase] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try FileManager.default.contentsOfDirectory(atPath: SharedData.agreement.path).sorted()
      .filter { $0.hasSuffix(".json") }
      .map { try Data(contentsOf: SharedData.agreement.appendingPathComponent($0)) }
      .map { try decoder.decode(PublishedCase.self, from: $0) }
  }
}
