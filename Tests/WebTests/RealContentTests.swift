import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import Web

/// Every string of the real task data, as the page would get it.
struct RealContentTests {
  static let folder = SharedFolder.part("data/tasks")

  @Test(
    "Every string of every record becomes a tree that a strict parser reads, in time",
    .enabled(if: folder != nil))
  func trees() throws {
    let folder = try #require(Self.folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var slowest = Duration.zero
    var strings = 0
    for name in names where name.hasSuffix(".jsonl") {
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
      for line in bytes.split(separator: 0x0A) {
        try each(JSONDocument(line).root) { text in
          var writer = JSONWriter()
          let time = ContinuousClock().measure { MarkdownTree.write(text, to: &writer) }
          _ = try JSONDocument(writer.bytes)
          slowest = max(slowest, time)
          strings += 1
        }
      }
    }
    print("RealContentTests: \(strings) strings, the slowest took \(slowest)")
    #expect(strings > 1_000)
    #expect(slowest < .seconds(2))
  }

  private func each(_ value: JSONValue, _ body: ([UInt8]) throws -> Void) throws {
    switch value.kind {
    case .string: try body(TaskText.utf8(value))
    case .array: for element in value.elements { try each(element, body) }
    case .object: for (_, member) in value.members { try each(member, body) }
    default: break
    }
  }
}
