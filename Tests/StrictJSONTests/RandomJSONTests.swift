import StrictJSON
import Testing

@Suite("Whatever is thrown at the scanner")
struct RandomJSONTests {
  @Test("Valid JSON in any spelling is accepted, and its parts put together give it again")
  func acceptsValid() throws {
    for seed in 0..<2_000 {
      var random = RandomJSON(seed: UInt64(seed))
      let text = random.space() + random.value(depth: 6) + random.space()
      let document = try JSONDocument(Array(text.utf8))
      let root = document.root
      #expect(rebuilt(root) == root.compacted, "seed \(seed)")
      let again = try JSONDocument(root.compacted).root
      #expect(again.compacted == again.bytes, "seed \(seed)")
      #expect(again.depth == root.depth, "seed \(seed)")
    }
  }

  @Test("Each value's pointer leads to it")
  func pointersLead() throws {
    for seed in 0..<300 {
      var random = RandomJSON(seed: UInt64(seed))
      let root = try JSONDocument(Array(random.value(depth: 4).utf8)).root
      // Pointers are for people: names with odd characters are shown, not spelled.
      for value in all(root) where !value.pointer.contains("\\") {
        #expect(root.at(try JSONPointer(value.pointer))?.offset == value.offset, "seed \(seed)")
      }
    }
  }

  @Test("One byte changed, dropped or doubled: refused or accepted, never a crash")
  func survivesMutation() {
    var refused = 0
    for seed in 0..<2_000 {
      var random = RandomJSON(seed: UInt64(seed))
      var bytes = Array(random.value(depth: 5).utf8)
      let place = random.below(bytes.count)
      switch random.below(3) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.below(256))
      case 1: bytes.remove(at: place)
      default: bytes.insert(bytes[place], at: place)
      }
      do {
        let root = try JSONDocument(bytes).root
        #expect(rebuilt(root) == root.compacted, "seed \(seed)")
      } catch {
        #expect((0...bytes.count).contains(error.offset), "seed \(seed)")
        refused += 1
      }
    }
    #expect(refused > 500)
  }

  @Test("Cut anywhere, a document is refused")
  func refusesCuts() {
    var random = RandomJSON(seed: 5)
    let bytes = Array("[\(random.value(depth: 5)),\(random.value(depth: 5))]".utf8)
    for count in bytes.indices {
      #expect(throws: JSONFault.self) { try JSONDocument(bytes[..<count]) }
    }
  }

  private func rebuilt(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    write(value, &writer)
    return writer.bytes
  }

  private func write(_ value: JSONValue, _ writer: inout JSONWriter) {
    switch value.kind {
    case .object:
      writer.object { object in
        for (_, member) in value.members {
          object.member(rawName: member.nameToken ?? [], raw: rebuilt(member)[...])
        }
      }
    case .array:
      writer.array { list in
        for element in value.elements { write(element, &list) }
      }
    default: writer.raw(value.token)
    }
  }

  private func all(_ value: JSONValue) -> [JSONValue] {
    [value] + value.elements.flatMap(all) + value.members.flatMap { all($0.value) }
  }
}

extension JSONValue {
  fileprivate var bytes: [UInt8] { Array(token) }
}
