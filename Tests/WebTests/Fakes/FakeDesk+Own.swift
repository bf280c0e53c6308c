import AnnotationModel
import Synchronization
import Vocabulary

@testable import Web

/// What is a person's own, in memory.
extension FakeDesk {
  static let guidelinesHash = Digest(unchecked: [UInt8](repeating: 0x67, count: Digest.length))

  /// Letters of these words: to each its task's reply, which repeats what was asked, and a message.
  static func letters(of texts: [String]) -> [DeskLetter] {
    texts.enumerated().flatMap { index, text in
      ["reply", "message"].map { kind in
        let isReply = kind == "reply"
        let place = [isReply ? 1 : 2, UInt8(index >> 8), UInt8(index & 0xFF)]
        return DeskLetter(
          notice: Digest(
            unchecked: place + [UInt8](repeating: 0, count: Digest.length - place.count)),
          kind: kind, text: text, at: 1_773_064_860_000, question: isReply ? text : nil,
          position: isReply ? index + 1 : nil)
      }
    }
  }

  func bookTime(_ task: Digest, total: Int64) throws {
    written.withLock { $0.time[task] = total }
  }

  func readGuidelines(_ hash: Digest, activeMs: Int64) throws -> Digest {
    try note("read: \(hash.hex.prefix(8)) \(activeMs)")
    return hash
  }

  func readNotice(_ notice: Digest) throws -> Digest {
    try note("noted: \(notice.hex.prefix(8))")
    return notice
  }

  func practice(at position: Int) throws -> DeskPractice? { nil }

  func ownWork(_ query: DeskWorkQuery) throws -> DeskWorkPage {
    let all = items.withLock { $0 }.enumerated().map { index, item in
      DeskWork(
        position: index + 1, marks: [item.mark], answers: item.answers,
        schema: schema.leavingBytes, text: item.skipped ? "Not my field" : nil,
        at: item.mark == "new" ? nil : 1_773_064_860_000, activeMs: item.mark == "new" ? 0 : 61_000,
        guidelines: nil)
    }
    let rows = all.filter { row in
      row.position > query.after
        && (query.marks.isEmpty || !Set(query.marks).isDisjoint(with: row.marks))
    }
    return DeskWorkPage(
      rows: Array(rows.prefix(100)), hasMore: rows.count > 100,
      counts: Dictionary(all.flatMap(\.marks).map { ($0, 1) }, uniquingKeysWith: +))
  }
}

extension FakeDesk.Item {
  /// The one mark that it bears.
  var mark: String {
    switch state {
    case .new: "new"
    case .draft: "draft"
    case .answered: revisions > 1 ? "revised" : "submitted"
    case .skipped: "skipped"
    }
  }
}
