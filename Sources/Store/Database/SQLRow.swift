public import Vocabulary

/// One row of a result; columns count from 0.
///
/// A column of another type than asked for throws `StoreFailure` (`damaged`), as does a column that
/// isn't there: neither happens with a store whose tables are ours.
public struct SQLRow: Sendable {
  private let values: [SQLValue]
  private let path: String

  init(_ values: [SQLValue], path: String) {
    self.values = values
    self.path = path
  }

  /// How many columns the row has.
  public var count: Int { values.count }

  /// The value of a column, whatever its type.
  public func value(_ column: Int) throws(StoreFailure) -> SQLValue {
    guard values.indices.contains(column) else {
      throw StoreFailure(.damaged, path: path, detail: "a row has no column \(column)")
    }
    return values[column]
  }

  /// Whether the column is null.
  public func isNull(_ column: Int) throws(StoreFailure) -> Bool {
    try value(column) == .null
  }

  /// The number of an integer column.
  public func integer(_ column: Int) throws(StoreFailure) -> Int64 {
    guard case .integer(let number) = try value(column) else {
      throw mismatch(column, "an integer")
    }
    return number
  }

  /// Whether an integer column is other than 0.
  public func flag(_ column: Int) throws(StoreFailure) -> Bool {
    try integer(column) != 0
  }

  /// The number of a real column.
  public func real(_ column: Int) throws(StoreFailure) -> Double {
    guard case .real(let number) = try value(column) else { throw mismatch(column, "a real") }
    return number
  }

  /// The text of a text column.
  public func text(_ column: Int) throws(StoreFailure) -> String {
    guard case .text(let text) = try value(column) else { throw mismatch(column, "text") }
    return text
  }

  /// The bytes of a blob column.
  public func blob(_ column: Int) throws(StoreFailure) -> [UInt8] {
    guard case .blob(let bytes) = try value(column) else { throw mismatch(column, "a blob") }
    return bytes
  }

  /// An identifier or hash from a blob of exactly its length.
  public func fixed<Value: FixedBytes>(
    _ column: Int, as type: Value.Type = Value.self
  ) throws(StoreFailure) -> Value {
    guard let value = try Value(bytes: blob(column)) else {
      throw mismatch(column, "\(Value.length) bytes")
    }
    return value
  }

  /// A SHA-256 value.
  public func digest(_ column: Int) throws(StoreFailure) -> Digest { try fixed(column) }

  /// An identifier.
  public func id(_ column: Int) throws(StoreFailure) -> ID { try fixed(column) }

  private func mismatch(_ column: Int, _ wanted: String) -> StoreFailure {
    StoreFailure(.damaged, path: path, detail: "column \(column) of a row is not \(wanted)")
  }
}

/// The same for columns that may be null: then nil.
extension SQLRow {
  /// The number of an integer column.
  public func optionalInteger(_ column: Int) throws(StoreFailure) -> Int64? {
    try isNull(column) ? nil : integer(column)
  }

  /// The text of a text column.
  public func optionalText(_ column: Int) throws(StoreFailure) -> String? {
    try isNull(column) ? nil : text(column)
  }

  /// The bytes of a blob column.
  public func optionalBlob(_ column: Int) throws(StoreFailure) -> [UInt8]? {
    try isNull(column) ? nil : blob(column)
  }

  /// An identifier or hash from a blob of exactly its length.
  public func optionalFixed<Value: FixedBytes>(
    _ column: Int, as type: Value.Type = Value.self
  ) throws(StoreFailure) -> Value? {
    try isNull(column) ? nil : fixed(column)
  }

  /// A SHA-256 value.
  public func optionalDigest(_ column: Int) throws(StoreFailure) -> Digest? {
    try optionalFixed(column)
  }

  /// An identifier.
  public func optionalID(_ column: Int) throws(StoreFailure) -> ID? { try optionalFixed(column) }
}
