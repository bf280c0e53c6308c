import Vocabulary

/// Tells, where tar and manifest part, what is wrong: an entry too many, one twice, one that is
/// missing, or two that changed places.
struct EntryMismatch {
  private let entries: [ManifestEntry]
  /// The first entry that hasn't come.
  private let index: Int

  /// The entries before `index` have been read.
  init(_ entries: [ManifestEntry], at index: Int) {
    self.entries = entries
    self.index = index
  }

  /// The refusal where the tar has ended.
  var missing: Refusal {
    let name = index < entries.endIndex ? entries[index].path : "an entry"
    return Refusal(.entryMissing, "the tar ends without \(name)")
  }

  /// The refusal where the tar goes on with `found`, whose header has just been read.
  func refusal(found: TarHeader, in tar: TarReader) throws -> Refusal {
    if entries[..<index].contains(where: { $0.path == found.path })
      || found.path == EntryName.manifest
    {
      return Refusal(.pathTwice, "the tar holds an entry twice")
    }
    guard entries[index...].contains(where: { $0.path == found.path }) else {
      return Refusal(.entryExtra, "the tar holds an entry that the manifest doesn't declare")
    }
    return try comesLater(after: found, in: tar)
      ? Refusal(.entryOrder, "the tar's entries are not in the manifest's order") : missing
  }

  /// Looks whether the awaited entry still comes. It walks over declared entries only, each once
  /// and of its declared size, so it costs no more than reading a good bundle.
  private func comesLater(after found: TarHeader, in tar: TarReader) throws -> Bool {
    var sizes: [String: Int64] = [:]
    for entry in entries[index...] { sizes[entry.path] = entry.size }
    var header = found
    while sizes.removeValue(forKey: header.path) == header.size {
      try tar.content(of: header) { _ in }
      guard let next = try tar.header() else { return false }
      if next.path == entries[index].path { return true }
      header = next
    }
    return true
  }
}
