import Cryptography
import Glibc
import Store

/// A folder of the lab's home whose files appear whole or not at all.
struct FileFolder: Sendable {
  let path: String
  /// Whether the folder is made where it isn't there: in the lab's home, not where a person named
  /// a file.
  private let isMade: Bool

  init(_ path: String, isMade: Bool = true) {
    self.path = path
    self.isMade = isMade
  }

  /// Writes a file beside its place and puts it there once it is on the disk; an earlier one is
  /// replaced. Where `body` throws, nothing is left.
  func write(_ name: String, _ body: (any ByteSink) throws -> Void) throws {
    try write(part: name) { sink in
      try body(sink)
      try sink.finish()
      return name
    }
  }

  /// The same for a file whose name is known once it is written: `body` finishes the sink and
  /// returns the name. `part` names it until then.
  func write(part name: String, _ body: (any ByteSink) throws -> String) throws {
    let part = "\(path)/\(name).part-\(getpid())"
    if isMade { try PrivateFile.makeFolder(Self.parent(of: part)) }
    unsafe unlink(part)
    do {
      let place = "\(path)/\(try body(try FileSink(path: part)))"
      guard unsafe rename(part, place) == 0 else { throw FileError("rename", place) }
      try Self.sync(Self.parent(of: place))
    } catch {
      unsafe unlink(part)
      throw error
    }
  }

  /// The file from its first byte; nil where there is none.
  func open(_ name: String) throws -> (any ByteSource)? {
    do {
      return try FileSource(path: "\(path)/\(name)")
    } catch let error as FileError where error.isAbsent {
      return nil
    }
  }

  /// Removes a file; one that isn't there is fine.
  func remove(_ name: String) throws {
    guard unsafe unlink("\(path)/\(name)") == 0 || errno == ENOENT else {
      throw FileError("remove", "\(path)/\(name)")
    }
  }

  /// What the folder holds, in order; nothing where there is no folder.
  func names() throws -> [String] {
    guard let stream = unsafe opendir(path) else {
      if errno == ENOENT { return [] }
      throw FileError("open", path)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The folder and name of a file's path.
  static func split(_ path: String) -> (FileFolder, String) {
    guard let slash = path.lastIndex(of: "/") else { return (FileFolder(".", isMade: false), path) }
    let folder = String(path[..<slash])
    let place = FileFolder(folder.isEmpty ? "/" : folder, isMade: false)
    return (place, String(path[path.index(after: slash)...]))
  }

  private static func sync(_ folder: String) throws {
    let descriptor = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError("sync", folder) }
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
