/// What a manifest stands in front of.
public enum ManifestKind: String, CaseIterable, Sendable {
  /// A task bundle, from lab to room.
  case tasks
  /// An order, from lab to room.
  case order
  /// A result archive, from room to lab.
  case results

  /// The entries of this kind in the order in which they stand, and whether each must be there.
  /// Assets, where they may be, follow.
  var names: [(name: String, isRequired: Bool)] {
    switch self {
    case .tasks:
      [
        (EntryName.project, true), (EntryName.guidelines, true), (EntryName.tasks, true),
        (EntryName.practice, false),
      ]
    case .order:
      [(EntryName.order, true), (EntryName.guidelines, false)]
    case .results:
      [
        (EntryName.checkpoint, true), (EntryName.log, true), (EntryName.acts, true),
        (EntryName.card, false), (EntryName.attestation, false),
      ]
    }
  }

  /// Whether assets may follow the named entries.
  var hasAssets: Bool { self != .results }
}
