public import Vocabulary

extension JSONWriter {
  /// Writes a member that is a string.
  public mutating func member(_ name: String, _ value: String) {
    member(name) { $0.string(value) }
  }

  /// Writes a member that is an integer.
  public mutating func member(_ name: String, _ value: Int64) {
    member(name) { $0.integer(value) }
  }

  /// Writes a member that is `true` or `false`.
  public mutating func member(_ name: String, _ value: Bool) {
    member(name) { $0.bool(value) }
  }

  /// Writes a member that is an identifier or a hash, in hexadecimal.
  public mutating func member(_ name: String, _ value: some FixedBytes) {
    member(name) { $0.hex(value.bytes) }
  }

  /// Writes a member whose value is JSON already, byte for byte.
  public mutating func member(_ name: String, raw token: ArraySlice<UInt8>) {
    member(name) { $0.raw(token) }
  }

  /// Writes a member whose value is JSON already, byte for byte.
  public mutating func member(_ name: String, raw token: [UInt8]) {
    member(name) { $0.raw(token) }
  }

  /// Writes a member that is `null`.
  public mutating func memberNull(_ name: String) { member(name) { $0.null() } }

  /// Writes a member that is an object.
  public mutating func object<Fault: Error>(
    _ name: String, _ content: (inout JSONWriter) throws(Fault) -> Void
  ) throws(Fault) {
    try member(name) { writer throws(Fault) in try writer.object(content) }
  }

  /// Writes a member that is an array.
  public mutating func array<Fault: Error>(
    _ name: String, _ content: (inout JSONWriter) throws(Fault) -> Void
  ) throws(Fault) {
    try member(name) { writer throws(Fault) in try writer.array(content) }
  }
}
