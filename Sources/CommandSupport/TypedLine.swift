import Cryptography

/// A line that is being typed without echo, with the keys that people expect to work in it.
struct TypedLine {
  enum Step { case more, done, cancelled }

  private var bytes: [UInt8]
  private(set) var count = 0

  /// A line of at most `limit` bytes; more is ignored.
  init(limit: Int) {
    // Full size at once: growing would leave copies of the secret behind.
    bytes = [UInt8](repeating: 0, count: limit)
  }

  /// Takes one key; nil is the end of input.
  mutating func take(_ key: UInt8?) -> Step {
    switch key {
    case 0x0A, 0x0D: return .done
    case nil, 0x04: return count > 0 ? .done : .cancelled
    case 0x03, 0x1C: return .cancelled
    case 0x08, 0x7F: eraseScalar()
    case 0x15: wipe()
    case let byte?:
      guard count < bytes.count else { return .more }
      bytes[count] = byte
      count += 1
    }
    return .more
  }

  /// What was typed.
  func secret() -> SecretBytes {
    var copy = Array(bytes.prefix(count))
    return SecretBytes(wiping: &copy)
  }

  /// Forgets everything.
  mutating func wipe() {
    bytes.wipe()
    count = 0
  }

  /// Removes the last character: continuation bytes and the byte that begins it.
  private mutating func eraseScalar() {
    while count > 0 {
      count -= 1
      let byte = bytes[count]
      bytes[count] = 0
      if byte & 0xC0 != 0x80 { return }
    }
  }
}
