import Cryptography

/// The single steps of which a safe write is made: what a file system offers, and what a power cut
/// can fall between.
protocol FileSystem {
  /// What is at `path`, links not followed; nil where nothing is.
  func entry(_ path: String) throws -> DriveEntry?
  /// Makes one folder, in one that is there.
  func makeFolder(_ path: String) throws
  /// Makes a new file; one that exists is an error.
  func create(_ path: String) throws -> any PartFile
  /// A regular file to read from its start.
  func source(_ path: String) throws -> any ByteSource
  /// Gives a file another name in the same folder, in place of what has that name.
  func rename(_ path: String, to target: String) throws
  /// Removes a file.
  func unlink(_ path: String) throws
  /// Brings a folder's names to the disk, and its time to 1980.
  func syncFolder(_ path: String) throws
}

/// A file that is being written.
protocol PartFile: AnyObject {
  /// Adds bytes at its end.
  func write(_ bytes: ArraySlice<UInt8>) throws
  /// Sets its time to 1980 and brings it to the disk, with the entry that it has at `path`.
  func sync(_ path: String) throws
  /// Its bytes from the start, from the disk and not from memory where that can be had.
  func readBack() throws -> any ByteSource
}

/// Names and folders of a path.
enum DrivePath {
  /// The folder that holds `path`; empty for the drive itself.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The folders from the drive down to and with `folder`.
  static func folders(to folder: String) -> [String] {
    var paths: [String] = []
    for name in names(folder) { paths.append(paths.last.map { "\($0)/\(name)" } ?? name) }
    return paths
  }

  static func names(_ path: String) -> [String] {
    path.isEmpty
      ? [] : path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  /// Throws `notAFile` for a path with a name that could lead elsewhere. Ours never have one.
  static func check(_ path: String) throws(DriveFault) {
    for name in names(path) where name.isEmpty || name == "." || name == ".." || name.contains("\0")
    {
      throw DriveFault(.notAFile, path)
    }
  }
}
