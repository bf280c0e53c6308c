import Foundation
import Synchronization

/// A folder of one test, removed with it.
final class TestFolder: Sendable {
  let path: String

  /// Homes are copied by the hundred, and no power is cut here: memory will do where it is at hand.
  private static let place: URL = {
    let memory = URL(filePath: "/dev/shm")
    let isUsable = FileManager.default.isWritableFile(atPath: memory.path)
    return isUsable ? memory : FileManager.default.temporaryDirectory
  }()

  init() throws {
    path = Self.place.appending(path: "airlock-walk-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    Self.keep(path)
  }

  deinit { Self.remove(path) }

  /// Folders that are there. Those of states that are made once live as long as the process, and
  /// nothing else would remove them.
  private static let kept = Mutex<Set<String>>([])

  private static func keep(_ path: String) {
    let isFirst = kept.withLock { kept in
      kept.insert(path)
      return kept.count == 1
    }
    if isFirst { atexit { TestFolder.kept.withLock { $0 }.forEach(TestFolder.remove) } }
  }

  private static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
    kept.withLock { _ = $0.remove(path) }
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and the folders on its way; returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let place = path(name)
    try FileManager.default.createDirectory(
      at: URL(filePath: place).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: place))
    return place
  }

  /// Puts a copy of a file or folder under `name`, in place of what is there.
  func copy(_ source: String, to name: String) throws {
    try? FileManager.default.removeItem(atPath: path(name))
    try FileManager.default.copyItem(atPath: source, toPath: path(name))
  }
}
