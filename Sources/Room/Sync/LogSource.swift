import Cryptography
import Store
import Vocabulary

/// Lines of a project's store as the bytes of a .jsonl entry, a page at a time.
///
/// The archive's two large entries are read twice, once for size and hash and once to be sealed;
/// neither time does more than a page of them lie in memory.
final class LogSource: ByteSource {
  /// What is read: the leaves themselves, or the bodies of the acts among them.
  enum Kind { case leaves, acts }

  private let store: ProjectStore
  private let kind: Kind
  private let to: Int64
  private let tail: [UInt8]?
  private var next: Int64
  private var buffer: [UInt8] = []
  private var offset = 0
  private var tailGiven = false
  private static let page: Int64 = 256

  /// The leaves `from ..< to`, and after them `tail`, a line that isn't in the log yet.
  init(_ kind: Kind, store: ProjectStore, from: Int64, to: Int64, tail: [UInt8]? = nil) {
    self.kind = kind
    self.store = store
    self.next = from
    self.to = to
    self.tail = tail
  }

  func read(into buffer: inout [UInt8]) throws -> Int {
    while offset == self.buffer.count {
      guard try refill() else { return 0 }
    }
    let count = min(buffer.count, self.buffer.count - offset)
    buffer.replaceSubrange(0..<count, with: self.buffer[offset..<offset + count])
    offset += count
    return count
  }

  private func refill() throws -> Bool {
    buffer.removeAll(keepingCapacity: true)
    offset = 0
    if next < to {
      let end = min(to, next + Self.page)
      try store.read { try append(next, end, $0) }
      next = end
      return true
    }
    guard let tail, !tailGiven else { return false }
    add(tail)
    tailGiven = true
    return true
  }

  private func append(_ from: Int64, _ to: Int64, _ store: ProjectTransaction) throws {
    switch kind {
    case .leaves: try store.log.lines(from: from, to: to) { add($0) }
    case .acts: try store.eachAct(from: from, to: to) { add($0) }
    }
  }

  private func add(_ line: [UInt8]) {
    buffer.append(contentsOf: line)
    buffer.append(0x0a)
  }
}
