import Vocabulary

/// How Markdown names an image of its own project: `assets/<sha256>` (formats.md, section 6).
enum AssetAddress {
  /// The hash, if the address has exactly that form.
  static func digest(in address: String) -> Digest? {
    let prefix = "assets/"
    guard address.hasPrefix(prefix) else { return nil }
    return Digest(hex: address.dropFirst(prefix.count))
  }
}
