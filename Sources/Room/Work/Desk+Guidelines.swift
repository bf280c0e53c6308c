public import AnnotationModel
import Store
public import Vocabulary

extension Desk {
  /// The guidelines in force, and what is new to this person in them; nil before the first bundle.
  public func guidelineNews() throws -> GuidelineNews? {
    try store.read { try guidelineNews(in: $0) }
  }

  /// What changed with the newest version of the guidelines, whoever has read it; nil for the first.
  public func newestGuidelineChanges() throws -> GuidelineChanges? {
    try store.read { store in
      guard let newest = try store.newestGuidelines(),
        let before = try store.guidelinesBefore(newest.hash)
      else { return nil }
      return GuidelineChanges(from: Self.text(before), to: Self.text(newest.body))
    }
  }

  /// Says that the person has read the guidelines of that hash: their acts name these from now on.
  ///
  /// Throws `Failure` where others are in force meanwhile.
  public func readGuidelines(_ hash: Digest, activeMs: Int64) throws -> Digest {
    try store.write { store in
      guard try store.newestGuidelinesHash() == hash,
        let schema = try store.newestSchema()?.hash
      else { throw Failure(.badInput, "newer guidelines have come: read those") }
      return try author.append(
        ActAuthor.Draft(
          content: .read(notice: nil), schema: schema, guidelines: hash, activeMs: activeMs),
        in: store)
    }
  }

  /// Says that the person has read what the lab wrote, by the hash of its order's manifest.
  public func readNotice(_ notice: Digest) throws -> Digest {
    try store.write { store in
      guard try store.notices(for: author.person).contains(where: { $0.manifest == notice }) else {
        throw Failure(.badInput, "the lab wrote nothing under this name")
      }
      return try author.append(
        try draft(.read(notice: notice), task: nil, in: store), in: store)
    }
  }

  func guidelineNews(in store: ProjectTransaction) throws -> GuidelineNews? {
    guard let newest = try store.newestGuidelines() else { return nil }
    let known = try store.guidelinesKnown(to: author.person)
    let body = try known.flatMap { try store.guidelines($0) }
    var changes: GuidelineChanges?
    if let body, known != newest.hash {
      changes = GuidelineChanges(from: Self.text(body), to: Self.text(newest.body))
    }
    return GuidelineNews(
      hash: newest.hash, text: newest.body,
      version: try store.guidelinesVersion(newest.hash) ?? 1, known: body, changes: changes)
  }

  /// The guidelines that an act of this person names: those they know; a program's the newest.
  func guidelinesToName(scripted: Bool, in store: ProjectTransaction) throws -> Digest? {
    if !scripted, let known = try store.guidelinesKnown(to: author.person) { return known }
    return try store.newestGuidelinesHash()
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
