import Cryptography
import Testing

@testable import Store

/// Bytes changed by a defect or by somebody who has the disk but not the key.
@Suite("Damage")
struct DamageTests {
  let folder: TemporaryFolder
  let path: String
  /// A closed store of some 25 pages.
  let bytes: [UInt8]
  static let page = 4096

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("store")
    let database = try Fixtures.open(path)
    try Fixtures.insert(database, 1...100)
    try database.close()
    bytes = try Fixtures.bytes(path)
  }

  /// Opens changed bytes and reads all of them; the reason why that failed.
  private func reason(of changed: [UInt8]) throws -> StoreFailure.Reason? {
    try Fixtures.put(changed, path)
    do {
      let database = try Fixtures.open(path, create: false)
      defer { try? database.close() }
      try database.check()
      return nil
    } catch let failure as StoreFailure {
      return failure.reason
    }
  }

  /// The seal must find it: SQLite's own checks would find some of these changes too, not all.
  private func expectNotAuthentic(_ changed: [UInt8]) throws {
    try Fixtures.put(changed, path)
    let failure = #expect(throws: StoreFailure.self) {
      try Fixtures.open(path, create: false).check()
    }
    #expect(failure?.detail.hasSuffix("is damaged or was changed") == true)
  }

  private func page(_ number: Int) -> Range<Int> {
    number * Self.page..<(number + 1) * Self.page
  }

  @Test("a flipped bit anywhere in a page is damage")
  func flippedBitInPage() throws {
    for number in 1..<bytes.count / Self.page {
      for place in [0, 20, 99, 2000, 4055, 4056, 4079, 4080, 4095] {
        var changed = bytes
        changed[page(number).lowerBound + place] ^= 0x10
        #expect(try reason(of: changed) == .damaged, "page \(number), byte \(place)")
      }
    }
  }

  @Test("a flipped bit in the header is no store or damage, never a wrong key")
  func flippedBitInHeader() throws {
    for place in Array(0..<130) + [2000, 4095] {
      var changed = bytes
      changed[place] ^= 1
      #expect(try reason(of: changed) == (place < 16 ? .notOurs : .damaged), "byte \(place)")
    }
  }

  @Test("two pages that change places are damage")
  func swappedPages() throws {
    var changed = bytes
    changed.replaceSubrange(page(2), with: bytes[page(3)])
    changed.replaceSubrange(page(3), with: bytes[page(2)])
    try expectNotAuthentic(changed)
  }

  @Test("a page copied to another number is damage")
  func movedPage() throws {
    var changed = bytes
    changed.replaceSubrange(page(5), with: bytes[page(6)])
    try expectNotAuthentic(changed)
  }

  @Test("a page of another store under the same key is damage")
  func pageOfAnotherStore() throws {
    let other = folder.file("other")
    let database = try Fixtures.open(other)
    try Fixtures.insert(database, 1...100)
    try database.close()
    var changed = bytes
    changed.replaceSubrange(page(4), with: try Fixtures.bytes(other)[page(4)])
    try expectNotAuthentic(changed)
  }

  @Test("zeros in place of a page are damage")
  func zeroedPage() throws {
    var changed = bytes
    changed.replaceSubrange(page(7), with: [UInt8](repeating: 0, count: Self.page))
    #expect(try reason(of: changed) == .damaged)
  }

  @Test("a store cut off anywhere is damage")
  func truncated() throws {
    for length in [16, 100, 4095, 4096, 5000, 8191, 8192, 9000, 5 * 4096, bytes.count - 1] {
      #expect(try reason(of: Array(bytes[..<length])) == .damaged, "\(length) bytes")
    }
    #expect(try reason(of: Array(bytes[..<10])) == .notOurs)
  }

  @Test("bytes appended to a store are ignored")
  func appended() throws {
    #expect(try reason(of: bytes + [UInt8](repeating: 1, count: 5000)) == nil)
  }

  @Test("the error names the page and no content")
  func namesThePage() throws {
    var changed = bytes
    changed[page(3).lowerBound] ^= 1
    try Fixtures.put(changed, path)
    let failure = #expect(throws: StoreFailure.self) {
      try Fixtures.open(path, create: false).check()
    }
    #expect(failure?.description == "\(path): page 3 is damaged or was changed")
  }
}
