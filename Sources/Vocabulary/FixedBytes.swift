/// Bytes of a fixed length that are written as lowercase hexadecimal (formats.md, section 1).
public protocol FixedBytes: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// How many bytes a value has.
  static var length: Int { get }
  /// The bytes, exactly `length` of them.
  var bytes: [UInt8] { get }
  /// Wraps bytes that are known to have the right length.
  init(unchecked bytes: [UInt8])
}

extension FixedBytes {
  /// Takes exactly `length` bytes; nil for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.length else { return nil }
    self.init(unchecked: Array(bytes))
  }

  /// Reads exactly 2 × `length` lowercase hexadecimal digits; nil for anything else, capitals too.
  public init?(hex: some StringProtocol) {
    guard let bytes = Hex.decoded(hex), bytes.count == Self.length else { return nil }
    self.init(unchecked: bytes)
  }

  /// The value as 2 × `length` lowercase hexadecimal digits.
  public var hex: String { Hex.encoded(bytes) }

  /// The same as `hex`.
  public var description: String { hex }

  /// Order by bytes, so that listings are the same on every machine.
  public static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

/// A random identifier: of a project, room, channel, person, task or nonce.
public struct ID: FixedBytes {
  public static let length = 16
  public let bytes: [UInt8]
  public init(unchecked bytes: [UInt8]) { self.bytes = bytes }
}

/// The name of one unbroken life of a log (formats.md, section 4).
public struct EpochID: FixedBytes {
  public static let length = 8
  public let bytes: [UInt8]
  public init(unchecked bytes: [UInt8]) { self.bytes = bytes }
}

/// A SHA-256 value.
public struct Digest: FixedBytes {
  public static let length = 32
  public let bytes: [UInt8]
  public init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  /// 64 zeros: what the first of a chain names as the one before it.
  public static let zero = Digest(unchecked: [UInt8](repeating: 0, count: length))
}
