/// The name of a file in an epoch's folder: `<sequence>.note` or `<sequence>.age`.
struct ArchiveName: Equatable {
  enum Part: String {
    /// The signed note.
    case note
    /// The sealed archive.
    case age
  }

  let sequence: Int64
  let part: Part

  /// Reads a name; nil for one that has no place there.
  init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let sequence = ExchangeLayout.number(parts[0]),
      let part = Part(rawValue: String(parts[1]))
    else { return nil }
    self.sequence = sequence
    self.part = part
  }

  /// The name of one part of an archive.
  init(_ sequence: Int64, _ part: Part) {
    self.sequence = sequence
    self.part = part
  }

  var text: String { "\(sequence).\(part.rawValue)" }
}
