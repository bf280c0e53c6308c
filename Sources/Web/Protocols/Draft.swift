/// What a person has typed and not submitted.
public struct Draft: Sendable, Equatable {
  /// Grows with every change in the page: the newest number wins.
  public let number: Int64
  /// JSON that only the page reads back.
  public let body: [UInt8]

  /// A draft with its number.
  public init(number: Int64, body: [UInt8]) {
    self.number = number
    self.body = body
  }
}
