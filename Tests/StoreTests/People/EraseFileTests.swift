import Cryptography
import Testing
import Vocabulary

@testable import Store

@Suite("EraseFile and WhoName")
struct EraseFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("a store's key comes from both parts")
  func derives() throws {
    let path = folder.file("p.erase")
    try Fixtures.put([UInt8](repeating: 2, count: 32), path)
    let key = try EraseFile.storeKey(granted: Fixtures.key(1), erase: path)
    // Computed with Python's hmac from RFC 5869.
    #expect(
      Hex.encoded(key.revealed())
        == "4dd1340f999faa6fecd627bbc4c1b0cdd4900ba85598549b9a243b312ece4a20")
  }

  @Test("an erase part is made once, and gone once it is destroyed")
  func destroys() throws {
    let path = folder.file("p.erase")
    try EraseFile.create(path)
    #expect(throws: FileProblem.self) { try EraseFile.create(path) }
    _ = try EraseFile.storeKey(granted: Fixtures.key(), erase: path)
    try EraseFile.destroy(path)
    #expect(folder.names() == [])
    #expect(throws: StoreFailure(.absent, path: "", detail: "")) {
      _ = try EraseFile.storeKey(granted: Fixtures.key(), erase: path)
    }
  }

  @Test("a part that isn't whole is damage")
  func refusesParts() throws {
    let path = folder.file("p.erase")
    try Fixtures.put([1, 2, 3], path)
    #expect(throws: StoreFailure(.damaged, path: "", detail: "")) {
      _ = try EraseFile.storeKey(granted: Fixtures.key(), erase: path)
    }
  }

  @Test("a name is found under the salted code of its bytes")
  func findsNames() {
    // Computed with Python's hmac.
    #expect(WhoName.of("ann", salt: Array(0..<16)) == "40b50cfa3613807d3e5cc3595d9b712f")
  }
}
