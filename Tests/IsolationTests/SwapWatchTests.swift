import Foundation
import Isolation
import Testing

/// What counts as a disk that memory reaches.
@Suite struct SwapWatchTests {
  private func places(_ text: String?) throws -> [String] {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "proc")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if let text { try Data(text.utf8).write(to: folder.appending(path: "swaps")) }
    return SwapWatch(root: root.path).places()
  }

  @Test func partitionsAndFilesCount() throws {
    let text = """
      Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority
      /dev/sda2                               partition\t2097148\t\t0\t\t-2
      /swap.img                               file\t\t1048572\t\t0\t\t-3
      /dev/zram0                              partition\t524284\t\t0\t\t100

      """
    #expect(try places(text) == ["/dev/sda2", "/swap.img"])
  }

  @Test func nothingIsNoSwap() throws {
    #expect(try places("Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n") == [])
    #expect(try places(nil) == [])
  }
}
