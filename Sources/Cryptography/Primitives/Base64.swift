import CSodium

/// Base64 (RFC 4648, section 4) in its canonical form only: what decodes encodes back to the same.
enum Base64 {
  /// Which alphabet, and whether `=` fills the last group.
  enum Form {
    case padded, unpadded, urlSafe

    fileprivate var variant: CInt {
      switch self {
      case .padded: CInt(sodium_base64_VARIANT_ORIGINAL)
      case .unpadded: CInt(sodium_base64_VARIANT_ORIGINAL_NO_PADDING)
      case .urlSafe: CInt(sodium_base64_VARIANT_URLSAFE)
      }
    }
  }

  /// The bytes as ASCII.
  static func encoded(_ bytes: [UInt8], _ form: Form) -> [UInt8] {
    // libsodium counts and writes a zero at the end.
    let count = sodium_base64_encoded_len(bytes.count, form.variant)
    var text = [CChar](repeating: 0, count: count)
    unsafe sodium_bin2base64(&text, count, bytes, bytes.count, form.variant)
    return text.dropLast().map { UInt8(bitPattern: $0) }
  }

  /// The bytes that the text spells; nil where it is not exactly what `encoded` would write.
  static func decoded(_ text: some Collection<UInt8>, _ form: Form) -> [UInt8]? {
    let characters = text.map { CChar(bitPattern: $0) }
    var bytes = [UInt8](repeating: 0, count: text.count / 4 * 3 + 3)
    var count = 0
    let result = unsafe sodium_base642bin(
      &bytes, bytes.count, characters, characters.count, nil, &count, nil, form.variant)
    guard result == 0 else { return nil }
    bytes.removeLast(bytes.count - count)
    // libsodium 1.0.18 takes bytes from 0x80 on for a slash: only encoding again shows it.
    return encoded(bytes, form).elementsEqual(text) ? bytes : nil
  }
}
