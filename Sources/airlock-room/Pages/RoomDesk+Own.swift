import Room
import Vocabulary
import Web

/// What is a person's own on a desk.
extension RoomDesk {
  func readGuidelines(_ hash: Digest, activeMs: Int64) throws -> Digest {
    try with { try $0.readGuidelines(hash, activeMs: activeMs) }
  }

  func readNotice(_ notice: Digest) throws -> Digest { try with { try $0.readNotice(notice) } }

  func practice(at position: Int) throws -> DeskPractice? {
    try with { desk in
      guard let found = try desk.practice(at: Int64(position)) else { return nil }
      return DeskPractice(
        task: try RoomViews.task(found.task, on: desk, letters: []),
        progress: RoomViews.progress(found.state),
        review: found.review.map {
          DeskPractice.Review(answers: $0.answers, explain: $0.explain, marks: $0.marks)
        })
    }
  }

  func ownWork(_ query: DeskWorkQuery) throws -> DeskWorkPage {
    var filter = OwnWorkFilter()
    filter.marks = Set(query.marks.compactMap { OwnWork.Mark(rawValue: $0) })
    filter.search = query.search
    filter.after = Int64(query.after)
    return try with { desk in
      let page = try desk.ownWork(filter)
      return DeskWorkPage(
        rows: try page.rows.map { try RoomViews.work($0, schema: desk.schemaBytes) },
        hasMore: page.hasMore,
        counts: Dictionary(uniqueKeysWithValues: page.counts.map { ($0.rawValue, $1) }))
    }
  }
}
